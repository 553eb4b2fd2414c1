import Pusher from 'pusher';

export const getPusher = () => Pusher.forURL(process.env.PUSHER_URL!);
