import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function submitAnswer(quizId: string, answer: string, done: () => void): void {
  pusher.trigger(`quiz-${quizId}`, 'answer', { answer }).then(() => done());
}
