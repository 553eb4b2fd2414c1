import Pusher from 'pusher';
import { recordDelivery } from './audit';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function sendReceipt(userId: string, receiptId: string): Promise<void> {
  recordDelivery(receiptId, await pusher.sendToUser(userId, 'receipt', { receiptId }));
}
