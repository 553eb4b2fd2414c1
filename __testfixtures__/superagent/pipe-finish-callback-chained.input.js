'use strict';

const fs = require('fs');
const superagent = require('superagent');

module.exports = (url, file, callback) => {
  superagent
    .get(url)
    .pipe(fs.createWriteStream(file))
    .on('finish', () => callback(null));
};
