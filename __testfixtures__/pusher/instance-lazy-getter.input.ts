import Pusher from 'pusher';

let client: Pusher | null = null;

function getPusher(): Pusher {
  if (!client) {
    client = new Pusher({
      appId: process.env.PUSHER_APP_ID!,
      key: process.env.PUSHER_KEY!,
      secret: process.env.PUSHER_SECRET!,
      cluster: 'eu',
    });
  }
  return client;
}

export async function tableReady(tableId: string) {
  await getPusher().trigger('restaurant', 'table-ready', { tableId });
}
