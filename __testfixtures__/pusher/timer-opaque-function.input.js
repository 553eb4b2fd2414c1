const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function publishLoad() {
  const sentAt = Date.now();
  await pusher.trigger('ops', 'alive', { pid: process.pid, sentAt });
}

exports.start = () =>
  setInterval(async () => {
    await publishLoad();
  }, 60_000);
