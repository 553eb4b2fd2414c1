const async = require('async');
const request = require('superagent');

module.exports = function (from, to, done) {
  async.waterfall(
    [
      function (next) {
        request.get(from).end(function (err, res) {
          next(null, res.body);
        });
      },
      function (body, next) {
        request.post(to).send(body).end(function (err, res) {
          next(null, res.status);
        });
      },
    ],
    done
  );
};
