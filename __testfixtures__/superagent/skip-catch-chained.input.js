const superagent = require('superagent');

exports.load = (url, show) => {
  superagent
    .get(url)
    .query({ limit: 10 })
    .then((res) => show(res.body))
    .catch((err) => console.error('not loaded:', err.message));
};
