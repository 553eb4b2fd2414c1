const superagent = require('superagent');

exports.load = function (url, done) {
  superagent.get(url).end((err, res) => {
    if (err) throw err;
    done(res.body);
  });
};
