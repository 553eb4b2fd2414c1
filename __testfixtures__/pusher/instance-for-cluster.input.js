const Pusher = require('pusher');

const pusher = Pusher.forCluster('eu', {
  appId: process.env.PUSHER_APP_ID,
  key: process.env.PUSHER_KEY,
  secret: process.env.PUSHER_SECRET,
});

module.exports.seatTaken = async (showId, seat) => {
  await pusher.trigger(`show-${showId}`, 'seat-taken', { seat });
};
