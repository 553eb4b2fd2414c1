const superagent = require('superagent');

module.exports = (url, cb) => {
  superagent.get(url).end((err, res) => {
    if (err && !res) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
      return cb(err);
    }
    if (res.status !== 200) return cb(new Error('status ' + res.status));
    cb(null, res.body);
  });
};
