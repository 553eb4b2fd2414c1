const fs = require('fs');
const zlib = require('zlib');
const superagent = require('superagent');

function fetchInto(url, file, options) {
  const out = fs.createWriteStream(file);
  if (options.gzip) {
    superagent.get(url).pipe(zlib.createGzip()).pipe(out);
  } else if (options.body) {
    const req = superagent.post(url).send(options.body);
    req.pipe(out);
  } else {
    superagent.get(url).pipe(out);
  }
}

module.exports = fetchInto;
