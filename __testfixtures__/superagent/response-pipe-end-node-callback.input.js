var fs = require('fs');
var request = require('superagent');

module.exports = function (url, path, callback) {
  request
    .get(url)
    .buffer(false)
    .end(function (err, res) {
      if (err) {
        callback(err);
        return;
      }
      var ws = fs.createWriteStream(path);
      res.pipe(ws);
      ws.on('finish', callback);
    });
};
