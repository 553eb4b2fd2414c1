import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function recordVisit(page: string): void {
  void (async () => {
    await pusher.trigger('visits', 'visit', { page });
  })();
}
