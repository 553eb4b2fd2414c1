import Pusher from 'pusher';
export * from './a.js';

export const pusher = Pusher.forURL(process.env.PUSHER_URL);
