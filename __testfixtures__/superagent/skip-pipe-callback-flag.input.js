const superagent = require('superagent');

module.exports = function copy(url, dest) {
  const req = superagent.get(url);
  let failed = false;
  const fail = (err) => {
    if (failed) return;
    failed = true;
    req.abort();
    dest.destroy(err);
    console.error('download failed:', err.message);
  };
  req.on('error', fail);
  req.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(new Error(`HTTP ${res.status}`));
  });
  dest.on('error', fail).on('close', () => req.abort());
  dest.on('end', () => { if (!dest.writableEnded) fail(new Error('truncated body')); });
  req.pipe(dest);
};
