var request = require('superagent');

module.exports = function (show) {
  request.get('https://api.example.com/users', function (err, res) {
    if (err) {
      console.error(
        'superagent.get failed:',
        err.status || err.code,
        err.message
      );
      return;
    }
    show(res.body);
  });
};
