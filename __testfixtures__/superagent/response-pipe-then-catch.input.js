const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file) {
  superagent
    .get(url)
    .then((res) => {
      res.pipe(fs.createWriteStream(file));
    })
    .catch((err) => {
      console.error('download failed', err.message);
    });
};
