import http from 'node:http';
import { db } from './db';
import { banUser } from './moderation';
import { pusher } from './pusher';
import { isBlocked } from './ban-flow';

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
      try {
        if (await isBlocked(user.id)) {
          res.writeHead(403).end();
          return;
        }
        res.end(JSON.stringify(pusher.authenticateUser(String(url.searchParams.get('socket_id')), { id: user.id })));
      } catch (err) {
        console.error('signing failed:', String(err));
        if (!res.headersSent) {
          res.writeHead(500);
        }
        res.end();
      }
    }
  })
  .listen(3000);
