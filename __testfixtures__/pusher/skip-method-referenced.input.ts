import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const hasTerminate = typeof pusher.terminateUserConnections === 'function';
export const names = [pusher.trigger.name, pusher.get.name];
