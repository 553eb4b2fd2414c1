const fs = require('fs');
const request = require('superagent');

const download = (url, path) =>
  new Promise((resolve, reject) => {
    const stream = fs.createWriteStream(path);
    stream.on('finish', resolve);
    const req = request.get(url);
    const fail = (err) => {
      reject(err);
      req.abort();
      stream.destroy(err);
    };
    req.on('error', fail);
    req.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    stream.on('error', fail);
    stream.on('close', () => {
      if (!stream.writableFinished) fail(new Error('closed early'));
    });
    stream.on('end', () => {
      if (!stream.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(stream);
  });

module.exports = download;
