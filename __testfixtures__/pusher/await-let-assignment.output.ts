import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function deliver(userIds: string[], event: string) {
  let response;
  let delivered = 0;
  for (const userId of userIds) {
    try {
      response = await pusher.sendToUser(userId, event, { sentAt: Date.now() });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    if (response.status === 200) delivered += 1;
  }
  return delivered;
}
