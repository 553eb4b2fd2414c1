import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishRaw(channel: string, name: string, data: string) {
  try {
    await pusher.post({ path: '/events', body: JSON.stringify({ channel, name, data }) });
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 413) {
      console.error('pusher.post was refused, the payload is too large:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.post failed:', err.status, err.message);
    } else {
      console.error('pusher.post failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
