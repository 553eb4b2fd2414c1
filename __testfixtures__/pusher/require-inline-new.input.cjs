const pusher = new (require('pusher'))({
  appId: process.env.PUSHER_APP_ID,
  key: process.env.PUSHER_KEY,
  secret: process.env.PUSHER_SECRET,
  cluster: 'eu',
});

module.exports = async (buildId, status) => {
  await pusher.trigger('builds', 'status', { buildId, status });
};
