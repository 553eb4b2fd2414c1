import { Controller, Param, Post } from '@nestjs/common';
import Pusher from 'pusher';
import { PusherService } from './pusher.service';

@Controller('trucks')
export class TrucksController {
  constructor(private readonly pusher: PusherService) {}

  @Post(':id/start')
  async start(@Param('id') id: string) {
    try {
      await this.pusher.publish(`truck-${id}`, 'started', {});
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.publish failed:', err.status, err.message);
      } else {
        console.error('pusher.publish failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    return { started: id };
  }

  @Post(':id/horn')
  async horn(@Param('id') id: string) {
    try {
      await this.pusher.client.trigger(`truck-${id}`, 'horn', {});
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
