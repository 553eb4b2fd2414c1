const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

(async () => {
  const version = process.env.npm_package_version;
  try {
    await pusher.trigger('releases', 'started', { version });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    process.exitCode = 1;
    return;
  }
  console.log('release announced');
})();
