var request = require('superagent');
var agent = request.agent();

module.exports = function (url, show) {
  agent.get(url).end(function (err, res) {
    show(res.body);
  });
};
