const fs = require('fs');
const superagent = require('superagent');

module.exports = (url, file) => {
  superagent.get(url).pipe(fs.createWriteStream(file));
};
