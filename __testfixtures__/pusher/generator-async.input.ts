import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function* importRows(rows: string[][]): AsyncGenerator<number> {
  let done = 0;
  for (const row of rows) {
    done += row.length > 0 ? 1 : 0;
    await pusher.trigger('imports', 'progress', { done, total: rows.length });
    yield done;
  }
}
