const superagent = require('superagent');

module.exports = (req, res) => {
  const upstream = superagent.get(req.query.url);
  res.on('close', () => upstream.abort());
  const fail = (err) => {
    upstream.abort();
    if (res.destroyed || res.writableEnded) return;
    console.error('superagent.get failed:', err.message);
    if (res.headersSent) res.destroy(err);
    else {
      res.statusCode = 502;
      res.end();
    }
  };
  upstream.on('error', fail);
  upstream.on('response', (response) => {
    response.on('error', fail);
    if (!response.ok) fail(new Error(`HTTP ${response.status}`));
  });
  res.on('error', fail);
  res.on('end', () => fail(new Error('truncated body')));
  res.on('close', () => upstream.abort());
  upstream.pipe(res);
};
