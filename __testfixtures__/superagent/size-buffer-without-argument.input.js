var request = require('superagent');

module.exports = function (url, cb) {
  request
    .get(url)
    .buffer()
    .end(function (err, res) {
      if (err) return console.error('page not loaded: ' + err.message);
      cb(res.text);
    });
};
