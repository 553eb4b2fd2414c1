import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function send(userId: string, text: string): Promise<void>;
export async function send(userId: string, payload: { text: string }): Promise<void>;
export async function send(userId: string, payload: string | { text: string }): Promise<void> {
  const data = typeof payload === 'string' ? { text: payload } : payload;
  try {
    await pusher.sendToUser(userId, 'message', data);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
