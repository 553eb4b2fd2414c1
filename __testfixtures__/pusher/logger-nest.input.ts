import { Injectable, Logger } from '@nestjs/common';
import Pusher from 'pusher';

@Injectable()
export class AlarmService {
  private readonly logger = new Logger(AlarmService.name);

  constructor(private readonly pusher: Pusher) {}

  async raise(zone: string): Promise<void> {
    this.logger.warn(`alarm in ${zone}`);
    await this.pusher.trigger('alarms', 'raised', { zone });
  }
}
