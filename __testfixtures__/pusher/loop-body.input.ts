import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishPages(pages: { id: number; dirty: boolean }[]) {
  let published = 0;
  for (const page of pages) {
    if (!page.dirty) continue;
    await pusher.trigger('pages', 'published', { id: page.id });
    published += 1;
  }
  return published;
}
