const Bluebird = require('bluebird');
const request = require('request-promise');

module.exports = async (url) => {
  const agent = { get: (u) => Bluebird.resolve(u) };
  await agent.get(url);
  return request.get(url);
};
