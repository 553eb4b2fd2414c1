const superagent = require('superagent');

exports.exists = function (url, cb) {
  superagent.head(url).end((err, res) => {
    cb(null, res.status === 200);
  });
};
