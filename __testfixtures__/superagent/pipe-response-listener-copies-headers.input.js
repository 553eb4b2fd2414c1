const superagent = require('superagent');

module.exports = (req, res) => {
  superagent
    .get(req.query.url)
    .on('response', (upstream) => {
      res.set('Content-Type', upstream.headers['content-type']);
    })
    .pipe(res);
};
