import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishPages(pages: { id: number; dirty: boolean }[]) {
  let published = 0;
  for (const page of pages) {
    if (!page.dirty) continue;
    try {
      await pusher.trigger('pages', 'published', { id: page.id });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    published += 1;
  }
  return published;
}
