import { realtime } from '@lib/realtime';

export async function voted(pollId: string): Promise<void> {
  await realtime.trigger(`poll-${pollId}`, 'voted', {});
}
