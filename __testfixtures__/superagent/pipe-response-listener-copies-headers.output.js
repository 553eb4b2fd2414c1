const superagent = require('superagent');

module.exports = (req, res) => {
  const request = superagent
    .get(req.query.url)
    .on('response', (upstream) => {
      res.set('Content-Type', upstream.headers['content-type']);
    });
  const fail = (err) => {
    request.abort();
    if (res.destroyed || res.writableEnded) return;
    console.error('superagent.get failed:', err.message);
    if (res.headersSent) res.destroy(err);
    else res.status(502).end();
  };
  request.on('error', fail);
  request.on('response', (response) => {
    response.on('error', fail);
    if (!response.ok) fail(new Error(`HTTP ${response.status}`));
  });
  res.on('error', fail);
  res.on('end', () => fail(new Error('truncated body')));
  res.on('close', () => request.abort());
  request.pipe(res);
};
