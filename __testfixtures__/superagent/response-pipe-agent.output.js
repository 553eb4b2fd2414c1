const superagent = require('superagent');

const agent = superagent.agent();

module.exports = async function downloadInvoice(url, dest) {
  await new Promise((resolve, reject) => {
    const request = agent.get(url);
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
    dest.on('error', fail);
    dest.on('finish', resolve);
    dest.on('close', () => fail(new Error('closed early')));
    dest.on('end', () => {
      if (!dest.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(dest);
  });
};
