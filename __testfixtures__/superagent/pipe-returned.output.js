const superagent = require('superagent');

exports.open = function (url, dest) {
  new Promise((resolve, reject) => {
    const request = superagent.get(url);
    const fail = (err) => {
      reject(err);
      request.abort();
      dest.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    dest.on('error', (err) => {
      dest.destroy();
      fail(err);
    });
    dest.on('finish', resolve);
    dest.on('close', () => fail(new Error('closed early')));
    dest.on('end', () => {
      if (!dest.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(dest);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
  return dest;
};
