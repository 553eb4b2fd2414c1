import { realtime } from '~pusher';

export async function closed(pollId: string): Promise<void> {
  await realtime.trigger(`poll-${pollId}`, 'closed', {});
}
