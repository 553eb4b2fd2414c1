import { Injectable } from '@nestjs/common';
import Pusher from 'pusher';

@Injectable()
export class TicketsGateway {
  constructor(private readonly pusher: Pusher) {}

  async assigned(ticketId: string, agentId: string): Promise<void> {
    await this.pusher.trigger(`private-agent-${agentId}`, 'ticket-assigned', { ticketId });
  }
}
