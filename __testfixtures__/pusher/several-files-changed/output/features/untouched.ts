import { shout } from '../lib/pusher';

export const greeting: typeof shout = shout;
