import Pusher from 'pusher';

export const createClient = (): Pusher => Pusher.forURL(process.env.PUSHER_URL!);
