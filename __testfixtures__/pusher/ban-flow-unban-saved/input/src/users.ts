import { User } from './models';
import { pusher } from './pusher';

export async function banUser(id: number): Promise<void> {
  const user = await User.findById(id);
  user.isBanned = true;
  await user.save();
  await pusher.terminateUserConnections(String(id));
}

export async function unbanUser(id: number): Promise<void> {
  const user = await User.findById(id);
  user.isBanned = false;
  await user.save();
}
