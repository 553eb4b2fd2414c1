const fs = require('fs');
const request = require('superagent');

module.exports = function download(url, file) {
  new Promise((resolve, reject) => {
    const req = request.get(url);
    const output = fs.createWriteStream(file);
    const fail = (error) => {
      reject(error);
      req.abort();
      output.destroy(error);
    };
    req.on('error', fail);
    req.on('response', (response) => {
      response.on('error', fail);
      if (!response.ok) fail(new Error(`HTTP ${response.status}`));
    });
    output.on('error', fail);
    output.on('finish', resolve);
    output.on('close', () => fail(new Error('closed early')));
    output.on('end', () => {
      if (!output.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(output);
  }).catch((error) => {
    console.error('superagent.get failed:', error.message);
  });
};
