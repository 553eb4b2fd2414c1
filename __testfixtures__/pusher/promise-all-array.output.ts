import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function transferCompleted(from: string, to: string, amount: number): Promise<void> {
  try {
    await Promise.all([
      pusher.sendToUser(from, 'debited', { amount }),
      pusher.sendToUser(to, 'credited', { amount }),
      pusher.trigger('ledger', 'transfer', { from, to, amount }),
    ]);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser or pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser or pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
