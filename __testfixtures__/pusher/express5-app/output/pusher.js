const Pusher = require('pusher');

module.exports.pusher = Pusher.forURL(process.env.PUSHER_URL);
