import { Injectable } from '@nestjs/common';
import { db } from './db';
import { RealtimeService } from './realtime.service';

@Injectable()
export class UsersService {
  constructor(private readonly realtime: RealtimeService) {}

  async ban(userId: string): Promise<void> {
    await db.user.update({ where: { id: userId }, data: { banned: true } });
    await this.realtime.disconnect(userId);
  }

  async remove(userId: string): Promise<void> {
    await this.realtime.disconnect(userId);
    await db.user.delete({ where: { id: userId } });
  }
}
