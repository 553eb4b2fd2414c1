const fs = require('fs');
const request = require('superagent');

const download = (url, path) =>
  new Promise((resolve) => {
    const stream = fs.createWriteStream(path);
    stream.on('close', resolve);
    request.get(url).pipe(stream);
  });

module.exports = download;
