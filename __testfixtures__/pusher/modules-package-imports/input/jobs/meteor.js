import { pusher } from '#pusher';

export const meteorSeen = async (name) => {
  await pusher.trigger('sky', 'meteor', { name });
};
