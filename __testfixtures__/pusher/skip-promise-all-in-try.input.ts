import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function both(a: string, b: string): Promise<void> {
  try {
    await Promise.all([pusher.sendToUser(a, 'paired', { b }), pusher.sendToUser(b, 'paired', { a })]);
  } catch (error) {
    console.error('pairing not announced', a, b);
  }
}
