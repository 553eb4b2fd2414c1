const superagent = require('superagent');

exports.fetchJson = (url) =>
  new Promise((resolve) => {
    superagent.get(url).then((res) => resolve(res.body));
  });
