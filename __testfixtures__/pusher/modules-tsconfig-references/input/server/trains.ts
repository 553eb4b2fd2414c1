import { pusher } from 'shared/pusher';

export async function trainLate(train: string, minutes: number): Promise<void> {
  await pusher.trigger('trains', 'late', { train, minutes });
}
