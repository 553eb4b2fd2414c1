import { Injectable, Logger, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import * as WebSocket from 'ws';
import { realtimeConfig } from '../config/realtime.config';

@Injectable()
export class RealtimeService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RealtimeService.name);
  private ws: WebSocket;

  onModuleInit() {
    this.connect();
  }

  private connect() {
    this.ws = new WebSocket(`${realtimeConfig.url}?key=${realtimeConfig.key}`);
    this.ws.on('open', () => {
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
    if (frame.type === 'message') this.logger.log(`message on ${frame.channel}`);
  }

  send(type: string, payload: Record<string, unknown>) {
    this.ws.send(JSON.stringify({ type, ...payload }));
  }

  publish(channel: string, data: unknown) {
    this.send('publish', { channel, data });
  }

  onModuleDestroy() {
    this.ws.close();
  }
}
