import Pusher from 'pusher';

export const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function shout(text: string): Promise<void> {
  const loud = text.toUpperCase();
  try {
    await pusher.trigger('street', 'shout', { loud });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
