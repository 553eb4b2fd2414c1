import Pusher from 'pusher';

interface Job {
  id: string;
  progress: number;
}

export async function reportProgress(pusher: Pusher, job: Job): Promise<void> {
  try {
    await pusher.trigger(`job-${job.id}`, 'progress', { progress: job.progress });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
