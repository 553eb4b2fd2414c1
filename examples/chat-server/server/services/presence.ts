import { pusher, roomChannel } from '../../lib/pusher';

interface PresenceUsers {
  users: { id: string }[];
}

export async function membersOnline(roomId: string): Promise<string[]> {
  const response = await pusher.get({ path: `/channels/${roomChannel(roomId)}/users` });
  const { users } = (await response.json()) as PresenceUsers;
  return users.map((user) => user.id);
}

export async function isOccupied(roomId: string): Promise<boolean> {
  try {
    const response = await pusher.get({ path: `/channels/${roomChannel(roomId)}` });
    const { occupied } = (await response.json()) as { occupied: boolean };
    return occupied;
  } catch (err) {
    console.warn('presence look-up failed, assuming the room is empty:', (err as Error).name);
    return false;
  }
}
