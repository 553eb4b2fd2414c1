const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file) {
  superagent.get(url).pipe(fs.createWriteStream(file));
};
