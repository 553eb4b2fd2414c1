import Pusher from 'pusher';

interface Context {
  pusher: Pusher;
  userId: string;
}

export const resolvers = {
  Mutation: {
    async likePost(_parent: unknown, args: { postId: string }, ctx: Context) {
      try {
        await ctx.pusher.trigger('posts', 'liked', { postId: args.postId, by: ctx.userId });
      } catch (err) {
        if (err instanceof Pusher.RequestError) {
          console.error('pusher.trigger failed:', err.status, err.message);
        } else {
          console.error('pusher.trigger failed:', String(err).split('?')[0]);
        }
        throw err;
      }
      return true;
    },
  },
};
