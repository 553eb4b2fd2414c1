const superagent = require('superagent');

function proxy(req, res, next) {
  const upstream = superagent.get(req.query.url);
  upstream.on('error', next);
  res.on('error', next);
  upstream.pipe(res);
}

module.exports = proxy;
