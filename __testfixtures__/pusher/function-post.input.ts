import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishRaw(channel: string, name: string, data: string) {
  await pusher.post({ path: '/events', body: JSON.stringify({ channel, name, data }) });
}
