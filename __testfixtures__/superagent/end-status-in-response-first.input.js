const superagent = require('superagent');

module.exports = (url, cb) => {
  superagent.get(url).end((err, res) => {
    if (res.status !== 200) return cb(new Error('status ' + res.status));
    cb(null, res.body);
  });
};
