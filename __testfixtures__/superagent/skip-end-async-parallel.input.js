const async = require('async');
const request = require('superagent');

module.exports = function (urls, done) {
  async.map(
    urls,
    (url, cb) => {
      request.get(url).end((err, res) => {
        if (err) return cb(err);
        cb(null, res.text);
      });
    },
    done
  );
};
