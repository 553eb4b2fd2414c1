import { Body, Controller, Post, Req, UseGuards } from '@nestjs/common';
import { MembersGuard } from './members.guard';
import { pusher } from '../pusher';

@Controller('pusher')
@UseGuards(MembersGuard)
export class PusherController {
  @Post('auth')
  authorize(@Body() body: { socket_id: string; channel_name: string }, @Req() req: { user: { id: string } }) {
    return pusher.authorizeChannel(body.socket_id, body.channel_name, { user_id: req.user.id });
  }
}
