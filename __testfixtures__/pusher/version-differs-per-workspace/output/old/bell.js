const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.ring = () => {
  pusher.trigger('bell', 'ring', {});
};
