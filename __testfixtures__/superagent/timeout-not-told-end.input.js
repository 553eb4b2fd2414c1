var request = require('superagent');

module.exports = function (url, show) {
  request
    .get(url)
    .timeout(2000)
    .end(function (err, res) {
      if (err) {
        console.log('request failed: ' + err.message);
        return;
      }
      show(res.body);
    });
};
