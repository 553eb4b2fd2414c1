import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function walk(node: { id: string; children: { id: string; children: [] }[] }): Promise<void> {
  try {
    await pusher.trigger('tree', 'visited', { id: node.id });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  for (const child of node.children) {
    await walk(child);
  }
}
