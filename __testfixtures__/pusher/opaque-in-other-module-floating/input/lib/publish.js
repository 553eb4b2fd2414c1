const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function publish(event, data) {
  const body = { ...data, at: Date.now() };
  await pusher.trigger('farm', event, body);
}

module.exports = { publish };
