const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function publishLoad() {
  const { rss } = process.memoryUsage();
  await pusher.trigger('ops', 'memory', { megabytes: Math.round(rss / 1e9) });
}

exports.start = () =>
  setInterval(async () => {
    await publishLoad();
  }, 60_000);
