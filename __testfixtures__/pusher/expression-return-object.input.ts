import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publishAndReport(channel: string, data: object) {
  return {
    channel,
    status: (await pusher.trigger(channel, 'report', data)).status,
  };
}
