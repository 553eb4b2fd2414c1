import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function bookTable(tableId: string, guests: number): Promise<void> {
  // the floor plan in the kitchen listens to this
  await pusher.trigger('tables', 'booked', { tableId, guests }); // guests includes children

  // nothing to return: the caller polls
}
