import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function postEvent(name: string, data: object): Promise<number> {
  const response = await pusher.post({
    path: '/events',
    body: JSON.stringify({ name, channels: ['news'], data: JSON.stringify(data) }),
  });
  return response.status;
}
