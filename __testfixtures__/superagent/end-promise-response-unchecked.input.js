const superagent = require('superagent');

exports.fetchJson = (url) =>
  new Promise((resolve, reject) => {
    superagent.get(url).end((err, res) => {
      resolve(res.body);
    });
  });
