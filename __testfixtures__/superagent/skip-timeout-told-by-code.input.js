const superagent = require('superagent');

exports.load = (url) =>
  superagent
    .get(url)
    .timeout(3000)
    .then((res) => res.body)
    .catch((err) => {
      if (err.code === 'ECONNABORTED') console.error('too slow:', url);
      else console.error('failed:', url, err.status);
      return null;
    });
