const fs = require('fs');
const superagent = require('superagent');

exports.fetchImages = (url, options) => {
  options.names.forEach((name, i) => {
    const stream = fs.createWriteStream(`${options.folder}/${i}.jpg`);
    new Promise((resolve, reject) => {
      const request = superagent.get(url + '/' + name);
      const fail = (err) => {
        reject(err);
        request.abort();
        stream.destroy(err);
      };
      request.on('error', fail);
      request.on('response', (res) => {
        res.on('error', fail);
        if (!res.ok) fail(new Error(`HTTP ${res.status}`));
      });
      stream.on('error', fail);
      stream.on('finish', resolve);
      stream.on('close', () => fail(new Error('closed early')));
      stream.on('end', () => {
        if (!stream.writableEnded) fail(new Error('truncated body'));
      });
      request.pipe(stream);
    }).catch((err) => {
      console.error('superagent.get failed:', err.message);
    });
  });
};
