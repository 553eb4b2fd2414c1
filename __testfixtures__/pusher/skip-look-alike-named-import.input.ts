import { pusher } from '@acme/realtime-mock';

export async function run(): Promise<void> {
  await pusher.trigger('orders', 'created', {});
  pusher.sendToUser('1', 'x', {});
}
