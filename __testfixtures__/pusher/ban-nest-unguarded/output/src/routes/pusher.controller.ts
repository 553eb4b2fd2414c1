import { Body, Controller, Post, Req, ForbiddenException } from '@nestjs/common';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

@Controller('pusher')
export class PusherController {
  @Post('auth')
  async authorize(@Body() body: { socket_id: string; channel_name: string }, @Req() req: { user: { id: string } }) {
    if (await isBlocked(req.user.id)) throw new ForbiddenException();
    return pusher.authorizeChannel(body.socket_id, body.channel_name, { user_id: req.user.id });
  }
}
