import { block, terminate } from './ban-flow';

export async function banUser(user: { id: string }) {
  try {
    await block(user.id);
    await terminate(user.id);
  } catch (err) {
    console.error('ban flow failed:', user.id, String(err));
    throw err;
  }
}
