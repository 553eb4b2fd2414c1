import { pusher } from './pusher';

export async function banUser(user: { id: string }) {
  await pusher.terminateUserConnections(user.id);
}
