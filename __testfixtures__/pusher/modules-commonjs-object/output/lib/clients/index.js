const Pusher = require('pusher');
const config = require('./config.json');

const pusher = new Pusher(config);
const getPusher = () => pusher;

module.exports = { pusher, getPusher };
