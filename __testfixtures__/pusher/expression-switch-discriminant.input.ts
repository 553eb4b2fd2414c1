import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function describeChannel(channel: string): Promise<string> {
  switch ((await pusher.get({ path: `/channels/${channel}` })).status) {
    case 200:
      return 'reachable';
    default:
      return 'odd';
  }
}
