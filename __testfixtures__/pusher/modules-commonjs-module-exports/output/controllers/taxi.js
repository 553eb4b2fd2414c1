const Pusher = require('pusher');
const pusher = require('../config/pusher');

exports.hail = async (street) => {
  try {
    await pusher.trigger('taxis', 'hailed', { street });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
