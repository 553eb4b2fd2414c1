import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function broadcastAlert(level: 'info' | 'severe', text: string) {
  if (text.trim() === '') return undefined;
  return await pusher.trigger('alerts', level, { text });
}
