const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

process.once('SIGUSR2', async () => {
  try {
    await pusher.trigger('servers', 'reloading', { pid: process.pid });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    return;
  }
  console.log('told the clients');
});
