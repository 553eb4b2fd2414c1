import { createServer } from 'node:http';
import { userOf } from './session';
import { pusher } from './pusher';
import { isBlocked } from './ban-flow';

createServer(async (req, res) => {
  try {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const user = userOf(req);
    if (url.pathname !== '/pusher/user-auth') {
      res.writeHead(404).end();
      return;
    }
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
}).listen(3000);
