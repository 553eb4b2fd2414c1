const fs = require('fs');
const zlib = require('zlib');
const superagent = require('superagent');

function unpack(url, file) {
  superagent.get(url)
    .pipe(zlib.createGunzip())
    .pipe(fs.createWriteStream(file));
}

module.exports = { unpack };
