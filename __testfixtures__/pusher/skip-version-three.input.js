const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.ready = (orderId, callback) => {
  pusher.trigger('kitchen', 'ready', { orderId }, null, callback);
};
