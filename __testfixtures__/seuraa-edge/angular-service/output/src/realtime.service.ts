import { Injectable } from '@angular/core';
import { Client, EdgeChannel } from '@seuraa/edge/browser';

@Injectable({ providedIn: 'root' })
export class RealtimeService {
  private channels = new Map<string, EdgeChannel>();

  constructor(private readonly edge: Client, private readonly logger: Logger) {}

  channel(name: string): EdgeChannel {
    let channel = this.channels.get(name);
    if (!channel) {
      channel = this.edge.channel(name);
      this.channels.set(name, channel);
    }
    return channel;
  }

  send(name: string, event: string, data: unknown) {
    this.logger.info('send');
    if (!this.channel(name).publish(event, data).sent) {
      this.logger.error('channel.publish was not sent, the socket is away');
    }
  }
}

class Logger {
  info(text: string) {}
  error(text: string) {}
}
