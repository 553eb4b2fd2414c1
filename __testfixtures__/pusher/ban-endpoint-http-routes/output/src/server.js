import { createServer } from 'node:http';
import { pusher } from './pusher.js';
import { bodyOf, sessionOf } from './session.js';
import { isBlocked } from './ban-flow.js';

createServer(async (req, res) => {
  const body = await bodyOf(req);
  if (req.url === '/pusher/auth') {
    const session = sessionOf(req);
    try {
      if (await isBlocked(session.userId)) {
        res.writeHead(403).end();
        return;
      }
      const auth = pusher.authenticateUser(body.get('socket_id'), { id: session.userId });
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end(JSON.stringify(auth));
      return;
    } catch (err) {
      console.error('signing failed:', String(err));
      if (!res.headersSent) {
        res.writeHead(500);
      }
      res.end();
      return;
    }
  }
  res.writeHead(404).end();
}).listen(3000);
