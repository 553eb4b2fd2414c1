const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file) {
  superagent
    .get(url)
    .on('error', (err) => console.error('download failed:', err.message))
    .pipe(fs.createWriteStream(file));
};
