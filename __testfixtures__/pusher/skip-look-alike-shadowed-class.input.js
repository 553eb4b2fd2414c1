const Pusher = require('pusher');

exports.client = new Pusher({ appId: '1', key: 'k', secret: process.env.PUSHER_SECRET, cluster: 'eu' });

exports.simulate = async () => {
  class Pusher {
    async trigger() {}
  }
  const pusher = new Pusher();
  await pusher.trigger('a', 'b', {});
};
