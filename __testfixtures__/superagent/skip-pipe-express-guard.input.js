const superagent = require('superagent');

module.exports = (req, res) => {
  const upstream = superagent.get(req.query.url).timeout(30000);
  const fail = (err) => {
    upstream.abort();
    if (res.destroyed || res.writableEnded) return;
    console.error('proxy failed:', err.message);
    if (res.headersSent) res.destroy(err);
    else res.status(502).end();
  };
  upstream.on('error', fail);
  upstream.on('response', (reply) => {
    reply.on('error', fail);
    if (!reply.ok) fail(new Error(`HTTP ${reply.status}`));
  });
  res.on('error', fail).on('end', () => fail(new Error('truncated body'))).on('close', () => upstream.abort());
  upstream.pipe(res);
};
