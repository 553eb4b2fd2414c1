import { Worker } from 'bullmq';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const worker = new Worker('notifications', async (job) => {
  const { userId, event, data } = job.data;
  try {
    await pusher.sendToUser(userId, event, data);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
});
