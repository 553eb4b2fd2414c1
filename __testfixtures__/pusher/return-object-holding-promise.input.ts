import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function startJob(id: string) {
  return { id, announced: pusher.trigger('jobs', 'started', { id }) };
}
