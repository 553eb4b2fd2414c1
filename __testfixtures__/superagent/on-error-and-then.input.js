const superagent = require('superagent');

exports.poll = function poll(url, show) {
  superagent
    .get(url)
    .on('error', (err) => console.error('poll failed:', err.message))
    .then((res) => show(res.body));
};
