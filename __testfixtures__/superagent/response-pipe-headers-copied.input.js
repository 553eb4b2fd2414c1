const superagent = require('superagent');

module.exports = async (req, res) => {
  const upstream = await superagent.get(req.query.url);
  res.set('Content-Type', upstream.headers['content-type']);
  upstream.pipe(res);
};
