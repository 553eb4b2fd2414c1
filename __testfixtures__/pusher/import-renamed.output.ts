import Channels from 'pusher';

const client = Channels.forCluster('us2', {
  appId: process.env.PUSHER_APP_ID!,
  key: process.env.PUSHER_KEY!,
  secret: process.env.PUSHER_SECRET!,
});

export async function lotClosed(lotId: string, price: number): Promise<void> {
  try {
    await client.trigger(`lot-${lotId}`, 'closed', { price });
  } catch (err) {
    if (err instanceof Channels.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
