const fs = require('fs');
const superagent = require('superagent');

exports.fetchImages = (url, options) => {
  options.names.forEach((name, i) => {
    const stream = fs.createWriteStream(`${options.folder}/${i}.jpg`);
    superagent.get(url + '/' + name).pipe(stream);
  });
};
