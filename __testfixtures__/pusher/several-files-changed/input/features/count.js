import { pusher } from '../lib/pusher';

export const count = () =>
  pusher.get({ path: '/channels' }).then((response) => response.json());
