const superagent = require('superagent');

exports.load = async (url) => {
  const res = await superagent.get(url);
  return res.body;
};
