const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file) {
  return new Promise((resolve, reject) =>
    superagent.get(url).pipe(fs.createWriteStream(file)).on('finish', resolve).on('error', reject)
  );
};
