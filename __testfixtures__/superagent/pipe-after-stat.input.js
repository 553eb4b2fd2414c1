const fs = require('fs');
const superagent = require('superagent');

// Downloads only what is not there yet.
function ensureFile(url, file, callback) {
  fs.stat(file, function (err) {
    if (!err) return callback(null, false);
    const ws = fs.createWriteStream(file);
    ws.on('error', callback);
    ws.on('finish', function () {
      callback(null, true);
    });
    superagent.get(url).pipe(ws);
  });
}

module.exports = ensureFile;
