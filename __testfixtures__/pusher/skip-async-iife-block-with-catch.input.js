const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

(async () => {
  await pusher.trigger('scripts', 'start', {});
  console.log('started');
})().catch((error) => {
  console.error('script failed:', error.name);
  process.exitCode = 1;
});
