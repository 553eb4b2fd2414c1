var request = require('superagent');

module.exports = function (url, show) {
  request
    .get(url)
    .timeout(2000)
    .end(function (err, res) {
      if (err) {
        if (err.timeout) {
          console.error('superagent.get timed out:', err.message);
        }
        console.log('request failed: ' + err.message);
        return;
      }
      show(res.body);
    });
};
