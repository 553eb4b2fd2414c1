import http from 'node:http';
import { db } from './db';
import { banUser } from './moderation';
import { pusher } from './pusher';

http
  .createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const user = await db.session.findUnique({ where: { id: String(req.headers.authorization) } });
    if (url.pathname === '/ban') {
      banUser(String(url.searchParams.get('user'))).then(
        () => res.end('banned'),
        (err: Error) => res.writeHead(500).end(err.name),
      );
      return;
    }
    if (url.pathname === '/pusher/user-auth') {
      if (user.bannedUntil > new Date()) {
        res.writeHead(403).end();
        return;
      }
      res.end(JSON.stringify(pusher.authenticateUser(String(url.searchParams.get('socket_id')), { id: user.id })));
    }
  })
  .listen(3000);
