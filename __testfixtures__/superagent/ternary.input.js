const superagent = require('superagent');

exports.load = async (url, cache) => {
  const body = cache[url] ? cache[url] : (await superagent.get(url)).body;
  cache[url] = body;
  return body;
};
