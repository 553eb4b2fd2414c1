import { Injectable, Logger, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import * as WebSocket from 'ws';
import { realtimeConfig } from '../config/realtime.config';
import { isWelcome, noteGoingAway, refusalOf } from '../metered-frames';

@Injectable()
export class RealtimeService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RealtimeService.name);
  private ws: WebSocket;

  onModuleInit() {
    this.connect();
  }

  private connect() {
    this.ws = new WebSocket(`${realtimeConfig.url}?key=${realtimeConfig.key}`);
    this.ws.on('error', (err) => {
      this.logger.error(`metered-realtime socket failed: ${err.message.split('?')[0]}`);
    });
    this.ws.on('message', (raw) => {
      if (!isWelcome(raw)) return;
      this.logger.log('realtime connected');
      this.send('subscribe', { channel: 'orders' });
    });
    this.ws.on('message', (data) => this.handle(data.toString()));
    this.ws.on('close', (code, reason) => {
      this.logger.warn(`realtime closed: ${code} ${reason}`);
      setTimeout(() => this.connect(), 5000);
    });
  }

  private handle(text: string) {
    const frame = JSON.parse(text);
    const refusal = refusalOf(frame);
    if (refusal) this.logger.error(`metered-realtime refused: ${refusal}`);
    noteGoingAway(frame);
    if (frame.type === 'message') this.logger.log(`message on ${frame.channel}`);
  }

  send(type: string, payload: Record<string, unknown>) {
    if (this.ws.readyState === 1) {
      this.ws.send(JSON.stringify({ type, ...payload }));
    } else {
      this.logger.error(`metered-realtime frame not sent, socket state: ${this.ws.readyState}`);
    }
  }

  publish(channel: string, data: unknown) {
    this.send('publish', { channel, data });
  }

  onModuleDestroy() {
    this.ws.close();
  }
}
