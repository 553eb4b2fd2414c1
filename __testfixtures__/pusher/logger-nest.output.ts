import { Injectable, Logger } from '@nestjs/common';
import Pusher from 'pusher';

@Injectable()
export class AlarmService {
  private readonly logger = new Logger(AlarmService.name);

  constructor(private readonly pusher: Pusher) {}

  async raise(zone: string): Promise<void> {
    this.logger.warn(`alarm in ${zone}`);
    try {
      await this.pusher.trigger('alarms', 'raised', { zone });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        this.logger.error(`pusher.trigger failed: ${err.status} ${err.message}`);
      } else {
        this.logger.error(`pusher.trigger failed: ${String(err).split('?')[0]}`);
      }
      throw err;
    }
  }
}
