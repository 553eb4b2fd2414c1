const { PassThrough } = require('stream');
const superagent = require('superagent');

module.exports = async (ctx) => {
  ctx.type = 'image/png';
  const passThrough = new PassThrough();
  new Promise((resolve, reject) => {
    const request = superagent.get(ctx.query.url);
    const fail = (err) => {
      reject(err);
      request.abort();
      passThrough.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    passThrough.on('error', (err) => {
      passThrough.destroy();
      fail(err);
    });
    passThrough.on('finish', resolve);
    passThrough.on('close', () => fail(new Error('closed early')));
    passThrough.on('end', () => {
      if (!passThrough.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(passThrough);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
  ctx.body = passThrough;
};
