import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function transferCompleted(from: string, to: string, amount: number): Promise<void> {
  await Promise.all([
    pusher.sendToUser(from, 'debited', { amount }),
    pusher.sendToUser(to, 'credited', { amount }),
    pusher.trigger('ledger', 'transfer', { from, to, amount }),
  ]);
}
