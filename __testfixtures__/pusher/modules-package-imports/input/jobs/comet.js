import { pusher } from '#lib/pusher';

export const cometSeen = async (name) => {
  await pusher.trigger('sky', 'comet', { name });
};
