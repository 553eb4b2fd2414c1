import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function warm(channel: string): Promise<number> {
  const response = await pusher.get({ path: `/channels/${channel}` }).catch((error: Error) => {
    console.warn('no channel info', error.name);
    return null;
  });
  return response?.status ?? 0;
}
