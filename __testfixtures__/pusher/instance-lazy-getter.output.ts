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
  try {
    await getPusher().trigger('restaurant', 'table-ready', { tableId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
