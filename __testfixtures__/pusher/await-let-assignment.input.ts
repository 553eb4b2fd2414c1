import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function deliver(userIds: string[], event: string) {
  let response;
  let delivered = 0;
  for (const userId of userIds) {
    response = await pusher.sendToUser(userId, event, { sentAt: Date.now() });
    if (response.status === 200) delivered += 1;
  }
  return delivered;
}
