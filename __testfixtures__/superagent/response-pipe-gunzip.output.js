const fs = require('fs');
const zlib = require('zlib');
const superagent = require('superagent');

exports.unpack = async (url, file) => {
  await new Promise((resolve, reject) => {
    const request = superagent.get(url).responseType('blob');
    const gunzip = zlib.createGunzip();
    const output = fs.createWriteStream(file);
    const fail = (err) => {
      reject(err);
      request.abort();
      gunzip.destroy(err);
      output.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    gunzip.on('error', fail);
    output.on('error', fail);
    output.on('finish', resolve);
    output.on('close', () => fail(new Error('closed early')));
    gunzip.on('end', () => {
      if (!gunzip.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(gunzip).pipe(output);
  });
};
