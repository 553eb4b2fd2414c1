const superagent = require('superagent');

module.exports = function (req, res, next) {
  superagent.get(req.query.url).end((err, upstream) => {
    if (err) return next(err);
    upstream.pipe(res);
  });
};
