import { Controller, Param, Post } from '@nestjs/common';
import { PusherService } from './pusher.service';

@Controller('trucks')
export class TrucksController {
  constructor(private readonly pusher: PusherService) {}

  @Post(':id/start')
  async start(@Param('id') id: string) {
    await this.pusher.publish(`truck-${id}`, 'started', {});
    return { started: id };
  }

  @Post(':id/horn')
  async horn(@Param('id') id: string) {
    await this.pusher.client.trigger(`truck-${id}`, 'horn', {});
  }
}
