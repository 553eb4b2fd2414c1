import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function notifyFirstFreeTable(floors: { tables: { id: string; free: boolean }[] }[]) {
  search: for (const floor of floors) {
    for (const table of floor.tables) {
      if (!table.free) continue;
      await pusher.trigger('tables', 'free', { id: table.id });
      break search;
    }
  }
}
