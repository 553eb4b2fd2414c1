const superagent = require('superagent');

module.exports = (req, res) => {
  superagent
    .get(req.query.url)
    .on('response', (upstream) => res.writeHead(upstream.status, upstream.headers))
    .pipe(res);
};
