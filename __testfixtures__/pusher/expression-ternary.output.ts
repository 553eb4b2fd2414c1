import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function deliver(userId: string | undefined, text: string): Promise<void> {
  try {
    const answer = userId
      ? await pusher.sendToUser(userId, 'message', { text })
      : await pusher.trigger('lobby', 'message', { text });
    console.debug('delivered with', answer.status);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser or pusher.trigger failed:', err.status, err.message);
    }
    throw err;
  }
}
