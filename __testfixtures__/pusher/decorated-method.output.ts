import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import Pusher from 'pusher';

@Injectable()
export class OrderListener {
  constructor(private readonly pusher: Pusher) {}

  @OnEvent('order.shipped', { async: true })
  async onShipped(event: { orderId: string; userId: string }) {
    try {
      await this.pusher.sendToUser(event.userId, 'order-shipped', { orderId: event.orderId });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
      }
    }
  }
}
