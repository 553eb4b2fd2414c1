const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function publishLoad() {
  const { rss } = process.memoryUsage();
  try {
    await pusher.trigger('ops', 'memory', { megabytes: Math.round(rss / 1e9) });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}

exports.start = () =>
  setInterval(async () => {
    await publishLoad();
  }, 60_000);
