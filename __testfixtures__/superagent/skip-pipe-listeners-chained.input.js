const superagent = require('superagent');

module.exports = function copy(url, dest, callback) {
  let called = false;
  const done = (err) => {
    if (called) return;
    called = true;
    callback(err);
  };
  superagent
    .get(url)
    .on('error', done)
    .on('response', (res) => {
      res.on('error', done);
      if (res.status !== 200) done(new Error(`HTTP ${res.status}`));
    })
    .pipe(dest)
    .on('error', done)
    .on('finish', () => done());
};
