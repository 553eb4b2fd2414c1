const superagent = require('superagent');

exports.stats = (host) => superagent.get(`${host}/stats`).then((res) => res.body);

exports.purge = async (host, queue) => {
  await superagent.delete(`${host}/queues/${queue}/messages`);
};
