const { finished } = require('stream');
const superagent = require('superagent');

module.exports = function copy(url, dest, callback) {
  const request = superagent.get(url);
  let isTold = false;
  const fail = (err) => {
    request.abort();
    dest.destroy(err);
  };
  request.on('error', fail);
  request.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(new Error(`HTTP ${res.status}`));
  });
  dest.on('error', () => {
    isTold = true;
    dest.destroy();
  });
  dest.on('close', () => {
    request.abort();
    if (!isTold && !dest.writableFinished) dest.emit('error', new Error('closed early'));
  });
  dest.on('end', () => {
    if (!dest.writableEnded) fail(new Error('truncated body'));
  });
  request.pipe(dest);
  finished(dest, callback);
};
