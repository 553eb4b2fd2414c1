import { pusher } from './pusher';

export const banUser = (userId: string) => pusher.terminateUserConnections(userId);
