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
    const request = superagent.get(url);
    let isTold = false;
    const fail = (err) => {
      request.abort();
      ws.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    ws.on('error', () => {
      isTold = true;
      ws.destroy();
    });
    ws.on('close', () => {
      request.abort();
      if (!isTold && !ws.writableFinished) ws.emit('error', new Error('closed early'));
    });
    ws.on('end', () => {
      if (!ws.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(ws);
  });
}

module.exports = ensureFile;
