import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function lapFinished(car: number, seconds: number): Promise<void> {
  try {
    await pusher.trigger('race', 'lap', { car, seconds }).then(() => console.log('lap sent', car));
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    }
    throw err;
  }
}
