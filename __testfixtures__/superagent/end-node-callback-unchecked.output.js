var request = require('superagent');

exports.getUser = function (id, cb) {
  request.get('/api/users/' + id).end(function (err, res) {
    if (err) {
      console.error(
        'superagent.get failed:',
        err.status || err.code,
        err.message
      );
      return cb(err);
    }
    cb(null, res.body);
  });
};
