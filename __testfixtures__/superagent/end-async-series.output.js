const async = require('async');
const request = require('superagent');

module.exports = function (from, to, done) {
  async.waterfall(
    [
      function (next) {
        request.get(from).end(function (err, res) {
          if (err) {
            const { status, code, message } = err;
            console.error('superagent.get failed:', { status, code, message });
            return next(err);
          }
          next(null, res.body);
        });
      },
      function (body, next) {
        request.post(to).send(body).end(function (err, res) {
          if (err && !res) {
            const { status, code, message } = err;
            console.error('superagent.post failed:', { status, code, message });
            return next(err);
          }
          next(null, res.status);
        });
      },
    ],
    done
  );
};
