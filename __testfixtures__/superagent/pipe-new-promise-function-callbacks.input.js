var fs = require('fs');
var request = require('superagent');

module.exports = function (url, file) {
  return new Promise(function (resolve, reject) {
    var out = fs.createWriteStream(file);
    request
      .get(url)
      .set('Accept', 'application/zip')
      .pipe(out)
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
