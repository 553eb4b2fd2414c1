const superagent = require('superagent');

module.exports = function (url, dest) {
  const req = superagent.get(url).timeout({ response: 2000 });
  new Promise((resolve, reject) => {
    const fail = (err) => {
      reject(err);
      req.abort();
      dest.destroy(err);
    };
    req.on('error', fail);
    req.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    dest.on('error', fail);
    dest.on('finish', resolve);
    dest.on('close', () => fail(new Error('closed early')));
    dest.on('end', () => {
      if (!dest.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(dest);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
};
