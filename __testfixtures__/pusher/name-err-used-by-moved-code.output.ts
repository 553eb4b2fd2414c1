import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function reportFailure(jobId: string, err: Error): Promise<void> {
  try {
    await pusher.trigger('jobs', 'failed', { jobId, reason: err.message });
  } catch (error) {
    if (error instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', error.status, error.message);
    } else {
      console.error('pusher.trigger failed:', String(error).split('?')[0]);
    }
    throw error;
  }
}
