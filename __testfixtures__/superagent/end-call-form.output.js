var superagent = require('superagent');

module.exports = function (url, cb) {
  superagent(url).end(function (e, r) {
    if (e) {
      console.error('superagent.get failed:', e.status || e.code, e.message);
      return;
    }
    cb(r.text);
  });
};
