import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function pages(ids: number[]): Promise<void> {
  const pending: Promise<unknown>[] = [];
  for (const id of ids) pending.push(pusher.trigger('pages', 'page', { id }));
  try {
    await Promise.all(pending);
  } catch (e) {
    console.error('some pages were not announced');
  }
}
