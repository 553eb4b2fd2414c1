const { client, channel } = require('./realtime');
const services = require('./services');

module.exports.sail = async (id) => {
  await client.trigger(channel(id), 'sailed', { at: services.now() });
};

module.exports.dock = function dock(id) {
  services.realtime.client.trigger(channel(id), 'docked', {});
};
