import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function sold(itemId: string, price: number): Promise<void> {
  try {
    await pusher.trigger(
      'market', // public: prices are no secret
      'sold',
      /* the buyer stays anonymous */ { itemId, price },
    );
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
