const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
let sent = 0;

exports.beacon = (id) => {
  sent++, (async () => {
    await pusher.trigger('beacons', 'seen', { id });
  })().catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
  return sent;
};
