const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file, callback) {
  const stream = superagent.get(url).pipe(fs.createWriteStream(file));
  stream.on('finish', () => callback(null, stream.bytesWritten));
};
