import Pusher from 'pusher';
import { recordDelivery } from './audit';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function sendReceipt(userId: string, receiptId: string): Promise<void> {
  try {
    recordDelivery(receiptId, await pusher.sendToUser(userId, 'receipt', { receiptId }));
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    }
    throw err;
  }
}
