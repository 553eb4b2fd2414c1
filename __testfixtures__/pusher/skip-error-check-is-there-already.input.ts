import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function presence(channel: string): Promise<unknown> {
  try {
    const response = await pusher.get({ path: `/channels/${channel}`, params: { info: 'user_count' } });
    return await response.json();
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('bad request: user_count is for presence channels');
    }
    throw err;
  }
}
