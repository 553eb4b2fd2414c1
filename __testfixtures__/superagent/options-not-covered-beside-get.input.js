const superagent = require('superagent');

exports.probe = async (url) => {
  const allowed = await superagent.options(url);
  const res = await superagent.get(url);
  return { allow: allowed.headers.allow, status: res.status };
};
