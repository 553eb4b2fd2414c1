const Pusher = require('pusher');

const pusher = Pusher.forCluster('eu', {
  appId: process.env.PUSHER_APP_ID,
  key: process.env.PUSHER_KEY,
  secret: process.env.PUSHER_SECRET,
});

module.exports.seatTaken = async (showId, seat) => {
  try {
    await pusher.trigger(`show-${showId}`, 'seat-taken', { seat });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
