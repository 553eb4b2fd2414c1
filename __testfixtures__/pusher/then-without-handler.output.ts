import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function submitAnswer(quizId: string, answer: string, done: () => void): void {
  pusher.trigger(`quiz-${quizId}`, 'answer', { answer }).then(() => done()).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger or the code around it failed:', String(err).split('?')[0]);
    }
  });
}
