const superagent = require('superagent');

const agent = superagent.agent();

function downloadStatement(url, dest) {
  new Promise((resolve, reject) => {
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
  }).catch((err) => {
    console.error('agent.get failed:', err.message);
  });
}

module.exports = downloadStatement;
