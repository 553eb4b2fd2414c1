const { getPusher } = require('../lib/clients');
const clients = require('../lib/clients/index.js');

module.exports = async function publish(job) {
  await getPusher().trigger('jobs', 'started', { id: job.id });
  const done = await job.run();
  await clients.pusher.trigger('jobs', 'finished', { id: job.id, done });
};
