const fs = require('fs');
const request = require('superagent');

module.exports = function download(url, file) {
  request.get(url).end(function (err, res) {
    res.pipe(fs.createWriteStream(file));
  });
};
