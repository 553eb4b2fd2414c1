var request = require('superagent');

module.exports = function (url, data, cb) {
  request
    .post(url)
    .timeout(5000)
    .send(data)
    .end(function (err, res) {
      if (err) {
        return cb(err);
      }
      cb(null, res.body);
    });
};
