const superagent = require('superagent');

exports.load = function (url, show) {
  superagent.get(url).end((err, res) => {
    if (err) {
      console.error('not loaded:', err.message);
      return;
    }
    show(res.body);
  });
};
