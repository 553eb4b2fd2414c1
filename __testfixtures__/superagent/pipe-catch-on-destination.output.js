const fs = require('fs');
const superagent = require('superagent');

module.exports = async (url, file) => {
  superagent
    .get(url)
    .pipe(fs.createWriteStream(file))
    .catch((err) => console.error(err.message));
};
