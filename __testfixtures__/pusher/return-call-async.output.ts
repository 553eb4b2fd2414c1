import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class LessonEvents {
  async started(lessonId: string) {
    const startedAt = new Date().toISOString();
    try {
      return await pusher.trigger(`lesson-${lessonId}`, 'started', { startedAt });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
