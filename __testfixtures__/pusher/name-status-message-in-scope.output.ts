import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function setStatus(userId: string, status: string, message: string, name: string) {
  try {
    await pusher.trigger('statuses', 'changed', { userId, status, message, name });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return { status, message, name };
}
