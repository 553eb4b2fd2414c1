const superagent = require('superagent');

module.exports = (req, res) => {
  const upstream = superagent.get(req.query.url);
  res.on('close', () => upstream.abort());
  upstream.pipe(res);
};
