import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function exportReady(userId: string, url: string): Promise<{ url: string }> {
  try {
    const result = await pusher.sendToUser(userId, 'export-ready', { url });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return { url };
}
