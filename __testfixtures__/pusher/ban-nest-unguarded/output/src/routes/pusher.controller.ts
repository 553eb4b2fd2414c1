import { Body, Controller, Post, Req } from '@nestjs/common';
import { pusher } from '../pusher';

@Controller('pusher')
export class PusherController {
  @Post('auth')
  authorize(@Body() body: { socket_id: string; channel_name: string }, @Req() req: { user: { id: string } }) {
    return pusher.authorizeChannel(body.socket_id, body.channel_name, { user_id: req.user.id });
  }
}
