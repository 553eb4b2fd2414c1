import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const notify = (channel: string, event: string, data: object = {}) =>
  pusher.trigger(channel, event, data);
