const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file, callback) {
  const stream = fs.createWriteStream(file);
  new Promise((resolve, reject) => {
    const request = superagent.get(url);
    const fail = (err) => {
      reject(err);
      request.abort();
      stream.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    stream.on('error', fail);
    stream.on('finish', resolve);
    stream.on('close', () => fail(new Error('closed early')));
    stream.on('end', () => {
      if (!stream.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(stream);
  }).catch(callback);
  stream.on('finish', () => callback(null, stream.bytesWritten));
};
