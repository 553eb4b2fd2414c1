import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class DeliveryError extends Error {}

export async function deliver(userId: string): Promise<void> {
  try {
    await pusher.sendToUser(userId, 'delivery', {});
  } catch (cause) {
    throw new DeliveryError('not delivered', { cause });
  }
}
