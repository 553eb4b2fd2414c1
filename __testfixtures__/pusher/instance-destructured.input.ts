import Pusher from 'pusher';

const createClients = () => ({
  pusher: Pusher.forURL(process.env.PUSHER_URL!),
  region: 'eu-central-1',
});

const { pusher, region } = createClients();

export async function nodeAdded(nodeId: string) {
  await pusher.trigger('cluster', 'node-added', { nodeId, region });
}
