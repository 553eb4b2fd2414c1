import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);
const realtime = pusher;

export async function wordGuessed(roomId: string, word: string) {
  const channels = realtime;
  try {
    await channels.trigger(`room-${roomId}`, 'guessed', { word });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
