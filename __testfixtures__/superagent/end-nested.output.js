var request = require('superagent');

module.exports = function (user, cb) {
  request.get('/users/' + user).end(function (err, res) {
    if (err) return cb(err);
    request.get(res.body.repos_url).end(function (err, repos) {
      if (err) {
        console.error(
          'superagent.get failed:',
          err.status || err.code,
          err.message
        );
        return cb(err);
      }
      cb(null, repos.body);
    });
  });
};
