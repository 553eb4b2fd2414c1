const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

(async () => {
  await pusher.trigger('workers', 'started', { pid: process.pid });
})().catch((err) => {
  if (err instanceof Pusher.RequestError) {
    console.error('pusher.trigger failed:', err.status, err.message);
  } else {
    console.error('pusher.trigger failed:', String(err).split('?')[0]);
  }
});
console.log('worker', process.pid);
