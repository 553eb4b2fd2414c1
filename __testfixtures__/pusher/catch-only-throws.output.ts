import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function sendChapter(bookId: string, chapter: number): void {
  pusher.trigger(`book-${bookId}`, 'chapter', { chapter }).catch((err) => {
    throw err;
  }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error(
        'pusher.trigger or the code around it failed:',
        String(err).split('?')[0],
      );
    }
  });
}
