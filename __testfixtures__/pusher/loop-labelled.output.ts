import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function notifyFirstFreeTable(floors: { tables: { id: string; free: boolean }[] }[]) {
  search: for (const floor of floors) {
    for (const table of floor.tables) {
      if (!table.free) continue;
      try {
        await pusher.trigger('tables', 'free', { id: table.id });
      } catch (err) {
        if (err instanceof Pusher.RequestError) {
          console.error('pusher.trigger failed:', err.status, err.message);
        } else {
          console.error('pusher.trigger failed:', String(err).split('?')[0]);
        }
        throw err;
      }
      break search;
    }
  }
}
