const pusher = require('../config/pusher');

exports.hail = async (street) => {
  await pusher.trigger('taxis', 'hailed', { street });
};
