import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

const pending: Promise<unknown>[] = [];

export function record(step: string): void {
  pending.push(pusher.trigger('audit', 'step', { step }));
}

export async function flush(): Promise<void> {
  await Promise.all(pending.splice(0));
}
