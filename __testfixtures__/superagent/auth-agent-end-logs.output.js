var request = require('superagent');
var agent = request.agent();

module.exports = function (url, show) {
  agent.get(url).end(function (err, res) {
    if (err) {
      if (err.status === 401 || err.status === 403) {
        console.error(
          'agent.get was refused, the session may have expired:',
          err.message
        );
      }
      console.error('failed with ' + err.message);
      return;
    }
    show(res.body);
  });
};
