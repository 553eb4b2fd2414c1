const superagent = require('superagent');

module.exports = async (req, res) => {
  const request = superagent.get(req.query.url);
  const fail = (err) => {
    request.abort();
    if (res.destroyed || res.writableEnded) return;
    console.error('superagent.get failed:', err.message);
    if (res.headersSent) res.destroy(err);
    else res.status(502).end();
  };
  request.on('error', fail);
  request.on('response', (upstream) => {
    upstream.on('error', fail);
    if (!upstream.ok) {
      fail(new Error(`HTTP ${upstream.status}`));
      return;
    }
    res.set('Content-Type', upstream.headers['content-type']);
  });
  res.on('error', fail);
  res.on('end', () => fail(new Error('truncated body')));
  res.on('close', () => request.abort());
  request.pipe(res);
};
