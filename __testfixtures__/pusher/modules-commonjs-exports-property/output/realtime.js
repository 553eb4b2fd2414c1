const Pusher = require('pusher');

exports.client = Pusher.forURL(process.env.PUSHER_URL);
exports.channel = (id) => `boat-${id}`;
