import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function logOccupiedChannels(): Promise<void> {
  try {
    const response = await pusher.get({ path: '/channels', params: { info: 'user_count' } });
    console.log('occupied channels:', response.status);
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    }
    throw err;
  }
}
