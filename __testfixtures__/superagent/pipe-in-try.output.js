const fs = require('fs');
const superagent = require('superagent');

async function mirror(url, file) {
  try {
    new Promise((resolve, reject) => {
      const request = superagent.get(url);
      const output = fs.createWriteStream(file);
      const fail = (reason) => {
        reject(reason);
        request.abort();
        output.destroy(reason);
      };
      request.on('error', fail);
      request.on('response', (res) => {
        res.on('error', fail);
        if (!res.ok) fail(new Error(`HTTP ${res.status}`));
      });
      output.on('error', fail);
      output.on('finish', resolve);
      output.on('close', () => fail(new Error('closed early')));
      output.on('end', () => {
        if (!output.writableEnded) fail(new Error('truncated body'));
      });
      request.pipe(output);
    }).catch((reason) => {
      console.error('superagent.get failed:', reason.message);
    });
  } catch (err) {
    console.error('could not mirror', err.message);
  }
}

module.exports = mirror;
