import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';

@Injectable()
export class MembersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { user } = context.switchToHttp().getRequest();
    return Boolean(user) && !user.bannedAt;
  }
}
