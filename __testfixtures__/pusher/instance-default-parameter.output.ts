import Pusher from 'pusher';

const defaultClient = Pusher.forURL(process.env.PUSHER_URL!);

export async function quizFinished(quizId: string, client = defaultClient) {
  try {
    await client.trigger('quizzes', 'finished', { quizId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
