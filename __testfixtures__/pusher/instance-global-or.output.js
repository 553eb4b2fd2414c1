const Pusher = require('pusher');

global.pusher = global.pusher || Pusher.forURL(process.env.PUSHER_URL);
const pusher = global.pusher;

exports.reindexed = async (count) => {
  try {
    await pusher.trigger('search', 'reindexed', { count });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
