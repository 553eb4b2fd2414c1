const fs = require('fs');
const superagent = require('superagent');

module.exports = (url, file) =>
  new Promise((resolve, reject) => {
    superagent.get(url).end((err, res) => {
      if (err) return reject(err);
      res.pipe(fs.createWriteStream(file)).on('finish', resolve);
    });
  });
