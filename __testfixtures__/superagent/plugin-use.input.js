const superagent = require('superagent');
const prefix = require('superagent-prefix')('https://api.example.com');

exports.me = async () => {
  const res = await superagent.get('/me').use(prefix);
  return res.body;
};
