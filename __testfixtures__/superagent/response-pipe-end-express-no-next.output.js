const superagent = require('superagent');

module.exports = function (req, res) {
  const upstream = superagent
    .get(req.query.url)
    .set('Accept', 'image/png');
  const fail = (err) => {
    upstream.abort();
    if (res.destroyed || res.writableEnded) return;
    if (res.headersSent) res.destroy(err);
    else res.status(502).send('no image');
  };
  upstream.on('error', fail);
  upstream.on('response', (image) => {
    image.on('error', fail);
    if (!image.ok) {
      fail(new Error(`HTTP ${image.status}`));
      return;
    }
    res.set('Content-Type', image.headers['content-type']);
  });
  res.on('error', fail);
  res.on('end', () => fail(new Error('truncated body')));
  res.on('close', () => upstream.abort());
  upstream.pipe(res);
};
