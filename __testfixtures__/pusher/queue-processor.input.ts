import { Worker } from 'bullmq';
import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const worker = new Worker('notifications', async (job) => {
  const { userId, event, data } = job.data;
  await pusher.sendToUser(userId, event, data);
});
