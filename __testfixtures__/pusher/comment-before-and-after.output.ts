import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function bookTable(tableId: string, guests: number): Promise<void> {
  // the floor plan in the kitchen listens to this
  try {
    await pusher.trigger('tables', 'booked', { tableId, guests }); // guests includes children
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }

  // nothing to return: the caller polls
}
