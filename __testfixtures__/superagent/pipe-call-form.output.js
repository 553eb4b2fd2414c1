var request = require('superagent');

module.exports = function (url, dest) {
  new Promise(function (resolve, reject) {
    var req = request(url);
    var fail = function (err) {
      reject(err);
      req.abort();
      dest.destroy(err);
    };
    req.on('error', fail);
    req.on('response', function (res) {
      res.on('error', fail);
      if (!res.ok) fail(new Error('HTTP ' + res.status));
    });
    dest.on('error', fail);
    dest.on('finish', resolve);
    dest.on('close', function () { fail(new Error('closed early')); });
    dest.on('end', function () {
      if (!dest.writableEnded) fail(new Error('truncated body'));
    });
    req.pipe(dest);
  }).catch(function (err) {
    console.error('superagent.get failed:', err.message);
  });
};
