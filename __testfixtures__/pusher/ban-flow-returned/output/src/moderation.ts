import { block, terminate } from './ban-flow';

export const banUser = (userId: string) => block(userId)
  .then(() => terminate(userId))
  .catch((err: unknown) => {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  });
