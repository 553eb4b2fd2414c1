const Pusher = require('pusher');
const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.up = async (id) => { await pusher.trigger('lifts', 'up', { id }); };
exports.down = async (id) => { await pusher.trigger('lifts', 'down', { id }); };
