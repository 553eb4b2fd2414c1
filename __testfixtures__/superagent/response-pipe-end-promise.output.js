const fs = require('fs');
const superagent = require('superagent');

module.exports = (url, file) =>
  new Promise((resolve, reject) => {
    const request = superagent.get(url);
    const output = fs.createWriteStream(file);
    new Promise((done, failed) => {
      const fail = (error) => {
        failed(error);
        request.abort();
        output.destroy(error);
      };
      request.on('error', fail);
      request.on('response', (response) => {
        response.on('error', fail);
        if (!response.ok) fail(new Error(`HTTP ${response.status}`));
      });
      output.on('error', fail);
      output.on('finish', done);
      output.on('close', () => fail(new Error('closed early')));
      output.on('end', () => {
        if (!output.writableEnded) fail(new Error('truncated body'));
      });
      request.pipe(output);
    }).catch((err) => {
      reject(err);
    });
    output.on('finish', resolve);
  });
