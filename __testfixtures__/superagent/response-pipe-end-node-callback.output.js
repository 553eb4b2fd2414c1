var fs = require('fs');
var request = require('superagent');

module.exports = function (url, path, callback) {
  var ws = fs.createWriteStream(path);
  new Promise(function (resolve, reject) {
    var req = request
      .get(url)
      .buffer(false);
    var fail = function (err) {
      reject(err);
      req.abort();
      ws.destroy(err);
    };
    req.on('error', fail);
    req.on('response', function (res) {
      res.on('error', fail);
      if (!res.ok) fail(new Error('HTTP ' + res.status));
    });
    ws.on('error', fail);
    ws.on('finish', resolve);
    ws.on('close', function () { fail(new Error('closed early')); });
    ws.on('end', function () {
      if (!ws.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(ws);
  }).catch(function (err) {
    callback(err);
  });
  ws.on('finish', callback);
};
