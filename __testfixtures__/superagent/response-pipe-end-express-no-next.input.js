const superagent = require('superagent');

module.exports = function (req, res) {
  superagent
    .get(req.query.url)
    .set('Accept', 'image/png')
    .end(function (err, image) {
      if (err) {
        res.status(502).send('no image');
        return;
      }
      res.set('Content-Type', image.headers['content-type']);
      image.pipe(res);
    });
};
