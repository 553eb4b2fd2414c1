import { Body, Controller, Post, Req, ForbiddenException } from '@nestjs/common';
import type { Request } from 'express';
import type { ChannelAuthResponse } from 'pusher';
import { pusher } from '../pusher';
import { isBlocked } from '../ban-flow';

@Controller('pusher')
export class PusherController {
  @Post('auth')
  async authorize(@Body() body: { socket_id: string; channel_name: string }, @Req() req: Request): Promise<ChannelAuthResponse> {
    if (!req.user) throw new ForbiddenException();
    if (await isBlocked(req.user.id)) throw new ForbiddenException();
    return pusher.authorizeChannel(body.socket_id, body.channel_name, { user_id: req.user.id });
  }
}
