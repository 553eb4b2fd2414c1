const Pusher = require('pusher');

global.pusher = global.pusher || Pusher.forURL(process.env.PUSHER_URL);
const pusher = global.pusher;

exports.reindexed = async (count) => {
  await pusher.trigger('search', 'reindexed', { count });
};
