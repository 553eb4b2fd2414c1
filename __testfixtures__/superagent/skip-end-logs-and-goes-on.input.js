var request = require('superagent');

module.exports = function (url, show) {
  request.get(url).end(function (err, res) {
    if (err) console.error('failed: ' + err.message);
    if (res) show(res.body);
  });
};
