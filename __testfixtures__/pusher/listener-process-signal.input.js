const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

process.once('SIGUSR2', async () => {
  await pusher.trigger('servers', 'reloading', { pid: process.pid });
  console.log('told the clients');
});
