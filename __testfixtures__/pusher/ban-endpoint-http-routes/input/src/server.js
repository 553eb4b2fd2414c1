import { createServer } from 'node:http';
import { pusher } from './pusher.js';
import { bodyOf, sessionOf } from './session.js';

createServer(async (req, res) => {
  const body = await bodyOf(req);
  if (req.url === '/pusher/auth') {
    const session = sessionOf(req);
    const auth = pusher.authenticateUser(body.get('socket_id'), { id: session.userId });
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(auth));
    return;
  }
  res.writeHead(404).end();
}).listen(3000);
