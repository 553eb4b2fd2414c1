import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

const response = await pusher.get({ path: '/channels', params: { info: 'subscription_count' } });

export const channelsAtStart: unknown = await response.json();
export const startedWith = response.status;
