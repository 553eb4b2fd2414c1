const fs = require('fs');
const zlib = require('zlib');
const { pipeline } = require('stream');
const superagent = require('superagent');

module.exports = function unpack(url, file) {
  const req = superagent.get(url);
  const gunzip = zlib.createGunzip();
  const fail = (err) => { req.abort(); gunzip.destroy(err); };
  req.on('error', fail);
  req.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(new Error(`HTTP ${res.status}`));
  });
  gunzip.on('end', () => { if (!gunzip.writableEnded) fail(new Error('truncated body')); });
  pipeline(gunzip, fs.createWriteStream(file), (err) => {
    if (err) { req.abort(); console.error('download failed:', err.message); }
  });
  req.pipe(gunzip);
};
