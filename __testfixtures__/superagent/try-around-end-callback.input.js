const superagent = require('superagent');

module.exports = function (url, show) {
  try {
    superagent.get(url).end((err, res) => {
      show(res.body);
    });
  } catch (err) {
    console.error('not loaded:', err.message);
  }
};
