const superagent = require('superagent');

exports.load = function (url, done) {
  superagent.get(url).end((err, res) => {
    if (err) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
      return;
    }
    done(res.body);
  });
};
