import { Body, Controller, Post, Req, ForbiddenException } from '@nestjs/common';
import type { Request } from 'express';
import type { ChannelAuthResponse } from 'pusher';
import { pusher } from '../pusher';

@Controller('pusher')
export class PusherController {
  @Post('auth')
  authorize(@Body() body: { socket_id: string; channel_name: string }, @Req() req: Request): ChannelAuthResponse {
    if (!req.user) throw new ForbiddenException();
    return pusher.authorizeChannel(body.socket_id, body.channel_name, { user_id: req.user.id });
  }
}
