const co = require('co');
const superagent = require('superagent');

module.exports = co.wrap(function* (url) {
  const res = yield superagent.get(url);
  return res.body;
}).catch((err) => {
  const { status, code, message } = err;
  console.error('superagent.get failed:', { status, code, message });
  throw err;
});
