import type Pusher from 'pusher';

interface Job {
  id: string;
  progress: number;
}

export async function reportProgress(pusher: Pusher, job: Job): Promise<void> {
  await pusher.trigger(`job-${job.id}`, 'progress', { progress: job.progress });
}
