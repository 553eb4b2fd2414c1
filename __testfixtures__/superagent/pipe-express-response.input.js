const superagent = require('superagent');

// GET /image?url=…
module.exports = (req, res) => {
  res.setHeader('Content-Type', 'image/png');
  superagent.get(req.query.url).pipe(res);
};
