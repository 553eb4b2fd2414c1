import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function reportFailure(jobId: string, err: Error): Promise<void> {
  await pusher.trigger('jobs', 'failed', { jobId, reason: err.message });
}
