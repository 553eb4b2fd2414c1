const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function publishLoad() {
  const sentAt = Date.now();
  await pusher.trigger('ops', 'alive', { pid: process.pid, sentAt });
}

exports.start = () =>
  setInterval(async () => {
    try {
      await publishLoad();
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('publishLoad failed:', err.status, err.message);
      } else {
        console.error('publishLoad failed:', String(err).split('?')[0]);
      }
    }
  }, 60_000);
