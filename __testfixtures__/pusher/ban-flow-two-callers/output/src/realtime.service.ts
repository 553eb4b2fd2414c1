import { Injectable } from '@nestjs/common';
import { pusher } from './pusher';

@Injectable()
export class RealtimeService {
  signIn(socketId: string, userId: string) {
    return pusher.authenticateUser(socketId, { id: userId });
  }

  async disconnect(userId: string): Promise<void> {
    try {
      await pusher.terminateUserConnections(userId);
    } catch (err) {
      console.error('terminate failed:', (err as Error).name);
    }
  }
}
