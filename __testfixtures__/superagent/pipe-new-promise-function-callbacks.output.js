var fs = require('fs');
var request = require('superagent');

module.exports = function (url, file) {
  return new Promise(function (resolve, reject) {
    var out = fs.createWriteStream(file);
    var req = request
      .get(url)
      .set('Accept', 'application/zip');
    var fail = function (err) {
      reject(err);
      req.abort();
      out.destroy(err);
    };
    req.on('error', fail);
    req.on('response', function (res) {
      res.on('error', fail);
      if (!res.ok) fail(new Error('HTTP ' + res.status));
    });
    out.on('error', fail);
    out.on('close', function () {
      if (!out.writableFinished) fail(new Error('closed early'));
    });
    out.on('end', function () {
      if (!out.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(out);
    out
      .on('finish', function () {
        out.close(function () {
          resolve(file);
        });
      })
      .on('error', function (err) {
        fs.unlink(file, function () {
          reject(err);
        });
      });
  });
};
