import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function recordVisit(page: string): void {
  void (async () => {
    try {
      await pusher.trigger('visits', 'visit', { page });
    } catch (err) {
      if (err instanceof Pusher) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    }
  })().catch((err) => {
    if (err instanceof Pusher) {
      console.error('line 6 failed:', err.status, err.message);
    } else {
      console.error('line 6 failed:', String(err).split('?')[0]);
    }
  });
}
