const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file) {
  new Promise((resolve, reject) => {
    const request = superagent
      .get(url);
    const output = fs.createWriteStream(file);
    const fail = (reason) => {
      reject(reason);
      request.abort();
      output.destroy(reason);
    };
    request.on('error', fail);
    request.on('response', (response) => {
      response.on('error', fail);
      if (!response.ok) fail(new Error(`HTTP ${response.status}`));
    });
    output.on('error', fail);
    output.on('finish', resolve);
    output.on('close', () => fail(new Error('closed early')));
    output.on('end', () => {
      if (!output.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(output);
  })
    .catch((err) => {
      console.error('download failed', err.message);
    });
};
