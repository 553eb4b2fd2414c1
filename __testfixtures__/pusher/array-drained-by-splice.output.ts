import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

const pending: Promise<unknown>[] = [];

export function record(step: string): void {
  pending.push(pusher.trigger('audit', 'step', { step }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }));
}

export async function flush(): Promise<void> {
  await Promise.all(pending.splice(0));
}
