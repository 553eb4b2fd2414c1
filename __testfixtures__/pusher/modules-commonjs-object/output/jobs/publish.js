const Pusher = require('pusher');
const { getPusher } = require('../lib/clients');
const clients = require('../lib/clients/index.js');

module.exports = async function publish(job) {
  try {
    await getPusher().trigger('jobs', 'started', { id: job.id });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  const done = await job.run();
  try {
    await clients.pusher.trigger('jobs', 'finished', { id: job.id, done });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
