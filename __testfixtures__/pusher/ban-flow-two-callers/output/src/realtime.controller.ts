import { Body, Controller, Post, Req, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { RealtimeService } from './realtime.service';

@Controller('realtime')
@UseGuards(AuthGuard('jwt'))
export class RealtimeController {
  constructor(private readonly realtime: RealtimeService) {}

  @Post('user-auth')
  userAuth(@Body() body: { socket_id: string }, @Req() req: { user: { id: string } }) {
    return this.realtime.signIn(body.socket_id, req.user.id);
  }
}
