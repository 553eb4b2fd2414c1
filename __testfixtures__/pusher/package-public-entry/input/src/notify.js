import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export const notify = (channel, event, data) => pusher.trigger(channel, event, data);

export async function notifyUser(userId, event) {
  const sentAt = Date.now();
  await pusher.sendToUser(userId, event, { sentAt });
}
