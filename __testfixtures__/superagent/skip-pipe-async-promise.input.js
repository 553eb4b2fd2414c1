const superagent = require('superagent');

module.exports = async function copy(url, dest) {
  const req = superagent.get(url);
  await new Promise((resolve, reject) => {
    const fail = (err) => { reject(err); req.abort(); dest.destroy(err); };
    req.on('error', fail);
    req.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    dest.on('error', fail).on('finish', resolve).on('close', () => fail(new Error('closed early')));
    dest.on('end', () => { if (!dest.writableEnded) fail(new Error('truncated body')); });
    req.pipe(dest);
  });
};
