const superagent = require('superagent');
require('superagent-proxy')(superagent);

exports.through = async (url, proxy) => {
  const res = await superagent.get(url).proxy(proxy);
  return res.text;
};
