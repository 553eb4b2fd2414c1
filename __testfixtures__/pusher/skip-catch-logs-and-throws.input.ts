import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const publish = (channel: string, data: object) =>
  pusher.trigger(channel, 'update', data).catch((err: Error) => {
    console.error('pusher.trigger failed:', err.name);
    throw err;
  });
