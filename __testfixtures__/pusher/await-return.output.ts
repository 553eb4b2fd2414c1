import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function broadcastAlert(level: 'info' | 'severe', text: string) {
  if (text.trim() === '') return undefined;
  try {
    return await pusher.trigger('alerts', level, { text });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
