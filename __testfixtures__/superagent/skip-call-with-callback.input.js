var request = require('superagent');

module.exports = function (show) {
  request.get('https://api.example.com/users', function (err, res) {
    if (err) return console.error('no users: ' + err.message);
    show(res.body);
  });
};
