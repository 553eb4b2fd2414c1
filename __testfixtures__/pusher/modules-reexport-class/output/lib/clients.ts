import { Pusher } from './index';

export const clients = { eu: Pusher.forURL(process.env.EU_URL!), us: Pusher.forURL(process.env.US_URL!) };
