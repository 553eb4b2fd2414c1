var superagent = require('superagent');

module.exports = function (url, cb) {
  superagent(url).end(function (e, r) {
    cb(r.text);
  });
};
