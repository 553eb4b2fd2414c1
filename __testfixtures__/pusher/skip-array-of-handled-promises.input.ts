import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function pages(ids: number[]): Promise<void> {
  const pending: Promise<unknown>[] = [];
  for (const id of ids) {
    pending.push(pusher.trigger('pages', 'page', { id }).catch((e: Error) => console.error(e.name)));
  }
  await Promise.all(pending);
}
