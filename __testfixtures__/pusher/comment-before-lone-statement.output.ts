import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function lock(door: string, quiet: boolean): Promise<void> {
  if (!quiet) {
    // the wall display wants to know
    try {
      await pusher.trigger('doors', 'locked', { door });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
