import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class LessonEvents {
  async started(lessonId: string) {
    const startedAt = new Date().toISOString();
    return pusher.trigger(`lesson-${lessonId}`, 'started', { startedAt });
  }
}
