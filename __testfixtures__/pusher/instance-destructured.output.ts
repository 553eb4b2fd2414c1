import Pusher from 'pusher';

const createClients = () => ({
  pusher: Pusher.forURL(process.env.PUSHER_URL!),
  region: 'eu-central-1',
});

const { pusher, region } = createClients();

export async function nodeAdded(nodeId: string) {
  try {
    await pusher.trigger('cluster', 'node-added', { nodeId, region });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
