import { createServer } from 'node:http';
import { userOf } from './session';
import { pusher } from './pusher';

createServer((req, res) => {
  const url = new URL(req.url ?? '/', 'http://localhost');
  const user = userOf(req);
  if (url.pathname !== '/pusher/user-auth') {
    res.writeHead(404).end();
    return;
  }
  res.end(JSON.stringify(pusher.authenticateUser(String(url.searchParams.get('socket_id')), { id: user.id })));
}).listen(3000);
