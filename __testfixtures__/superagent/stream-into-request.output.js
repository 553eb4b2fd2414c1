const fs = require('fs');
const superagent = require('superagent');

module.exports = function upload(url, file) {
  fs.createReadStream(file).pipe(superagent.put(url).type('application/octet-stream'));
};
