import { Body, Controller, Param, Post } from '@nestjs/common';
import Pusher from 'pusher';

@Controller('rides')
export class RidesController {
  constructor(private readonly pusher: Pusher) {}

  @Post(':id/accept')
  async accept(@Param('id') id: string, @Body() body: { driverId: string }) {
    try {
      await this.pusher.trigger(`ride-${id}`, 'accepted', { driverId: body.driverId });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
    return { accepted: true };
  }
}
