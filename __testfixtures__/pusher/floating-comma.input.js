const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
let sent = 0;

exports.beacon = (id) => {
  sent++, pusher.trigger('beacons', 'seen', { id });
  return sent;
};
