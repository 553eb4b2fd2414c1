import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishTwice(first: object, second: object): Promise<void> {
  try {
    await pusher.trigger('primary', 'update', first);
  } catch (err) {
    console.error('primary not published', (err as Error).name);
  }
  try {
    await pusher.trigger('secondary', 'update', second);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
