import { EventEmitter } from 'node:events';

class Bus extends EventEmitter {
  trigger(channel: string, event: string, data: unknown) {
    return this.emit(`${channel}:${event}`, data);
  }
}

const pusher = new Bus();

export async function run(): Promise<void> {
  await pusher.trigger('orders', 'created', {});
}
