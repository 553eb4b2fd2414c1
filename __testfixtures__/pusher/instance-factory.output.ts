import Pusher from 'pusher';

function createPusher(cluster: string) {
  return new Pusher({
    appId: process.env.PUSHER_APP_ID!,
    key: process.env.PUSHER_KEY!,
    secret: process.env.PUSHER_SECRET!,
    cluster,
  });
}

const europe = createPusher('eu');

export async function flagChanged(flag: string, enabled: boolean): Promise<void> {
  try {
    await europe.trigger('flags', 'changed', { flag, enabled });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
