var request = require('superagent');

module.exports = function (url, show) {
  request.get(url).end(function (err, res) {
    if (err && !res) {
      console.error(
        'superagent.get failed:',
        err.status || err.code,
        err.message
      );
    }
    if (res && res.ok) {
      show(res.body);
    }
  });
};
