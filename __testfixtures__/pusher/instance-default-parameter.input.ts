import Pusher from 'pusher';

const defaultClient = Pusher.forURL(process.env.PUSHER_URL!);

export async function quizFinished(quizId: string, client = defaultClient) {
  await client.trigger('quizzes', 'finished', { quizId });
}
