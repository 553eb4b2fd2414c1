var request = require('superagent');

module.exports = function (url, show, fail) {
  request.get(url).end(function (err, res) {
    if (err || !res.ok) {
      fail();
    } else {
      show(res.body);
    }
  });
};
