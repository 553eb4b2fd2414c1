const pusher = new (require('pusher'))({
  appId: process.env.PUSHER_APP_ID,
  key: process.env.PUSHER_KEY,
  secret: process.env.PUSHER_SECRET,
  cluster: 'eu',
});

module.exports = async (buildId, status) => {
  try {
    await pusher.trigger('builds', 'status', { buildId, status });
  } catch (err) {
    if (err.name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
