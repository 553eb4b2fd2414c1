const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

(async () => {
  const version = process.env.npm_package_version;
  await pusher.trigger('releases', 'started', { version });
  console.log('release announced');
})();
