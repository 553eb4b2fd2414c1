const express = require('express');
const superagent = require('superagent');

const app = express();

app.get('/tiles/:z/:x/:y', function (req, res) {
  const upstream = superagent
    .get(`https://tiles.example.com/${req.params.z}/${req.params.x}/${req.params.y}.png`);
  const fail = (err) => {
    upstream.abort();
    if (res.destroyed || res.writableEnded) return;
    console.error('superagent.get failed:', err.message);
    if (res.headersSent) res.destroy(err);
    else res.status(502).end();
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
});

app.listen(3000);
