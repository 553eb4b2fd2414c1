const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file) {
  const out = fs.createWriteStream(file);
  out.on('error', (err) => console.error(`cannot write ${file}: ${err.message}`));
  const request = superagent.get(url);
  let isTold = false;
  const fail = (err) => {
    request.abort();
    out.destroy(err);
  };
  request.on('error', fail);
  request.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(new Error(`HTTP ${res.status}`));
  });
  out.on('error', () => {
    isTold = true;
    out.destroy();
  });
  out.on('close', () => {
    request.abort();
    if (!isTold && !out.writableFinished) out.emit('error', new Error('closed early'));
  });
  out.on('end', () => {
    if (!out.writableEnded) fail(new Error('truncated body'));
  });
  request.pipe(out);
};
