const superagent = require('superagent');

exports.fetchJson = (url) =>
  new Promise((resolve, reject) => {
    superagent.get(url).end((err, res) => {
      if (err) {
        const { status, code, message } = err;
        console.error('superagent.get failed:', { status, code, message });
        return reject(err);
      }
      resolve(res.body);
    });
  });
