import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function moved(ship: string): Promise<void> {
  try {
    await pusher.trigger('ships', 'moved', { ship });
  } catch (err) {
    const { name, status, message } = err as {
      name?: string;
      status?: number;
      message?: string;
    };
    if (name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', status, message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
