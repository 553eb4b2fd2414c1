import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function sold(itemId: string, price: number): Promise<void> {
  await pusher.trigger(
    'market', // public: prices are no secret
    'sold',
    /* the buyer stays anonymous */ { itemId, price },
  );
}
