var request = require('superagent');

module.exports = function (show) {
  request.get('https://api.example.com/users', function (err, res) {
    show(res.body);
  });
};
