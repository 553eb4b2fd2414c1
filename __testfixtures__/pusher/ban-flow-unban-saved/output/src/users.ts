import { User } from './models';
import { block, terminate, unblock } from './ban-flow';

export async function banUser(id: number): Promise<void> {
  const user = await User.findById(id);
  user.isBanned = true;
  await user.save();
  try {
    await block(String(id));
    await terminate(String(id));
  } catch (err) {
    console.error('ban flow failed:', id, String(err));
    throw err;
  }
}

export async function unbanUser(id: number): Promise<void> {
  const user = await User.findById(id);
  user.isBanned = false;
  await user.save();
  await unblock(String(id));
}
