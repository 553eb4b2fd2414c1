var request = require('superagent');

module.exports = function (user, cb) {
  request.get('/users/' + user).end(function (err, res) {
    if (err) return cb(err);
    request.get(res.body.repos_url).end(function (err, repos) {
      cb(null, repos.body);
    });
  });
};
