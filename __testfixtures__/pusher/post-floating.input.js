const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.mirror = (body) => {
  pusher.post({ path: '/batch_events', body });
};
