const fs = require('fs');
const superagent = require('superagent');

module.exports = (url, file) =>
  new Promise((resolve, reject) => {
    const request = superagent.get(url);
    const output = fs.createWriteStream(file);
    const fail = (err) => {
      reject(err);
      request.abort();
      output.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    output.on('error', fail);
    output.on('close', () => {
      if (!output.writableFinished) fail(new Error('closed early'));
    });
    output.on('end', () => {
      if (!output.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(output);
    output.on('finish', resolve);
  });
