const superagent = require('superagent');

exports.exists = function (url, cb) {
  superagent.head(url).end((err, res) => {
    if (err && !res) {
      const { status, code, message } = err;
      console.error('superagent.head failed:', { status, code, message });
      return cb(err);
    }
    cb(null, res.status === 200);
  });
};
