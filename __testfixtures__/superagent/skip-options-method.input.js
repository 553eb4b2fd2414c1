const superagent = require('superagent');

exports.allowed = async (url) => {
  const res = await superagent.options(url);
  return res.headers.allow;
};
