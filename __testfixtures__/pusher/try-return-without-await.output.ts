import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function publish(channel: string, event: string, data: object) {
  try {
    return await pusher.trigger(channel, event, data);
  } catch (error) {
    console.error('publish failed');
    return null;
  }
}
