import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function walk(node: { id: string; children: { id: string; children: [] }[] }): Promise<void> {
  await pusher.trigger('tree', 'visited', { id: node.id });
  for (const child of node.children) {
    await walk(child);
  }
}
