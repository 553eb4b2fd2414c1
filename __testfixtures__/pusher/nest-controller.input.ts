import { Body, Controller, Param, Post } from '@nestjs/common';
import Pusher from 'pusher';

@Controller('rides')
export class RidesController {
  constructor(private readonly pusher: Pusher) {}

  @Post(':id/accept')
  async accept(@Param('id') id: string, @Body() body: { driverId: string }) {
    await this.pusher.trigger(`ride-${id}`, 'accepted', { driverId: body.driverId });
    return { accepted: true };
  }
}
