var request = require('superagent');

module.exports = function (url, show) {
  request.get(url).end(function (err, res) {
    if (res && res.ok) {
      show(res.body);
    }
  });
};
