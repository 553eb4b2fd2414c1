const Pusher = require('pusher');

module.exports = new Pusher({ appId: process.env.APP_ID, key: process.env.KEY, secret: process.env.SECRET, cluster: 'eu' });
