const fs = require('fs');
const zlib = require('zlib');
const superagent = require('superagent');

function fetchInto(url, file, options) {
  const out = fs.createWriteStream(file);
  if (options.gzip) {
    new Promise((resolve, reject) => {
      const request = superagent.get(url);
      const zip = zlib.createGzip();
      const fail = (err) => {
        reject(err);
        request.abort();
        zip.destroy(err);
        out.destroy(err);
      };
      request.on('error', fail);
      request.on('response', (res) => {
        res.on('error', fail);
        if (!res.ok) fail(new Error(`HTTP ${res.status}`));
      });
      zip.on('error', fail);
      out.on('error', fail);
      out.on('finish', resolve);
      out.on('close', () => fail(new Error('closed early')));
      zip.on('end', () => {
        if (!zip.writableEnded) fail(new Error('truncated body'));
      });
      request.pipe(zip).pipe(out);
    }).catch((err) => {
      console.error('superagent.get failed:', err.message);
    });
  } else if (options.body) {
    const req = superagent.post(url).send(options.body);
    pipeRequest(req, out).catch((err) => {
      console.error('superagent.post failed:', err.message);
    });
  } else {
    pipeRequest(superagent.get(url), out).catch((err) => {
      console.error('superagent.get failed:', err.message);
    });
  }
}

module.exports = fetchInto;

function pipeRequest(request, destination) {
  return new Promise((resolve, reject) => {
    const fail = (err) => {
      reject(err);
      request.abort();
      destination.destroy(err);
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    destination.on('error', fail);
    destination.on('finish', resolve);
    destination.on('close', () => fail(new Error('closed early')));
    destination.on('end', () => {
      if (!destination.writableEnded) fail(new Error('truncated body'));
    });
    request.pipe(destination);
  });
}
