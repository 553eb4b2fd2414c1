var request = require('superagent');

// The callback of superagent 0.x took the response alone.
module.exports = function (url, show) {
  request.get(url).end(function (res) {
    show(res.body);
  });
};
