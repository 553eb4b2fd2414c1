const fs = require('fs');
const request = require('superagent');

module.exports = function download(url, file) {
  new Promise((resolve, reject) => {
    const req = request.get(url);
    const output = fs.createWriteStream(file);
    const fail = (err) => {
      reject(err);
      req.abort();
      output.destroy(err);
    };
    req.on('error', fail);
    req.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    output.on('error', fail);
    output.on('finish', resolve);
    output.on('close', () => fail(new Error('closed early')));
    output.on('end', () => {
      if (!output.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(output);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
};
