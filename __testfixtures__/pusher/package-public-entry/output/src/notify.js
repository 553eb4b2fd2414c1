import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export const notify = (channel, event, data) => pusher.trigger(channel, event, data).catch((err) => {
  if (err instanceof Pusher.RequestError) {
    console.error('pusher.trigger failed:', err.status, err.message);
  } else {
    console.error('pusher.trigger failed:', String(err).split('?')[0]);
  }
  throw err;
});

export async function notifyUser(userId, event) {
  const sentAt = Date.now();
  try {
    await pusher.sendToUser(userId, event, { sentAt });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
