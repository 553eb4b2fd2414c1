import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import Pusher from 'pusher';

@Injectable()
export class OrderListener {
  constructor(private readonly pusher: Pusher) {}

  @OnEvent('order.shipped', { async: true })
  async onShipped(event: { orderId: string; userId: string }) {
    await this.pusher.sendToUser(event.userId, 'order-shipped', { orderId: event.orderId });
  }
}
