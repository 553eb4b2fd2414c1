const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

process.on('SIGTERM', async () => {
  await pusher.trigger('servers', 'down', { pid: process.pid });
  process.exit(0);
});
