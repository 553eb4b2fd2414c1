import type Pusher from 'pusher';

interface Context {
  pusher: Pusher;
  userId: string;
}

export const resolvers = {
  Mutation: {
    async likePost(_parent: unknown, args: { postId: string }, ctx: Context) {
      await ctx.pusher.trigger('posts', 'liked', { postId: args.postId, by: ctx.userId });
      return true;
    },
  },
};
