const Pusher = require('pusher');
const { client, channel } = require('./realtime');
const services = require('./services');

module.exports.sail = async (id) => {
  try {
    await client.trigger(channel(id), 'sailed', { at: services.now() });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};

module.exports.dock = function dock(id) {
  (async () => {
    await services.realtime.client.trigger(channel(id), 'docked', {});
  })().catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
};
