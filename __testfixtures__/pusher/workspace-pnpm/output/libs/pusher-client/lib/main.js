const Pusher = require('pusher');

let client;
exports.getClient = () => (client ??= Pusher.forURL(process.env.PUSHER_URL));
