const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function publish(event, data) {
  const body = { ...data, at: Date.now() };
  try {
    await pusher.trigger('farm', event, body);
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}

module.exports = { publish };
