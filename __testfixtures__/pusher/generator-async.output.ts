import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function* importRows(rows: string[][]): AsyncGenerator<number> {
  let done = 0;
  for (const row of rows) {
    done += row.length > 0 ? 1 : 0;
    try {
      await pusher.trigger('imports', 'progress', { done, total: rows.length });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    yield done;
  }
}
