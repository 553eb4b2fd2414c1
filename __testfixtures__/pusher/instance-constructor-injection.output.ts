import { Injectable } from '@nestjs/common';
import Pusher from 'pusher';

@Injectable()
export class TicketsGateway {
  constructor(private readonly pusher: Pusher) {}

  async assigned(ticketId: string, agentId: string): Promise<void> {
    try {
      await this.pusher.trigger(`private-agent-${agentId}`, 'ticket-assigned', { ticketId });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
