var request = require('superagent');

exports.getUser = function (id, cb) {
  request.get('/api/users/' + id).end(function (err, res) {
    cb(null, res.body);
  });
};
