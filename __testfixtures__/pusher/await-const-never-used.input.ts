import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function exportReady(userId: string, url: string): Promise<{ url: string }> {
  const result = await pusher.sendToUser(userId, 'export-ready', { url });
  return { url };
}
