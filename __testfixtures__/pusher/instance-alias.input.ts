import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
const realtime = pusher;

export async function wordGuessed(roomId: string, word: string) {
  const channels = realtime;
  await channels.trigger(`room-${roomId}`, 'guessed', { word });
}
