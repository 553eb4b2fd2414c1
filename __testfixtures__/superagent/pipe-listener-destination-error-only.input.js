const fs = require('fs');
const superagent = require('superagent');

module.exports = function download(url, file) {
  const out = fs.createWriteStream(file);
  out.on('error', (err) => console.error(`cannot write ${file}: ${err.message}`));
  superagent.get(url).pipe(out);
};
