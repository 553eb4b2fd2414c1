import { Injectable } from '@nestjs/common';
import Pusher from 'pusher';

@Injectable()
export class PusherService {
  readonly client: Pusher;

  constructor() {
    this.client = Pusher.forURL(process.env.PUSHER_URL!);
  }

  publish(channel: string, event: string, data: object) {
    return this.client.trigger(channel, event, data);
  }
}
