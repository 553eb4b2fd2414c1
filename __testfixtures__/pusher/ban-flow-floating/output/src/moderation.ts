import { db } from './db';
import { block, terminate } from './ban-flow';

export function suspendUser(userId: string): void {
  db.user.setSuspended(userId, true);
  block(userId)
    .then(() => terminate(userId))
    .catch((err: unknown) => {
      console.error('ban flow failed:', userId, String(err));
    });
}
