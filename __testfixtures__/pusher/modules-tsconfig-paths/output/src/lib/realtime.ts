import Pusher from 'pusher';

export const realtime = Pusher.forURL(process.env.PUSHER_URL!);
