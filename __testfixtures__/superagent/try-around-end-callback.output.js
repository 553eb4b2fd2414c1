const superagent = require('superagent');

module.exports = function (url, show) {
  try {
    superagent.get(url).end((err, res) => {
      if (err) {
        const { status, code, message } = err;
        console.error('superagent.get failed:', { status, code, message });
        return;
      }
      show(res.body);
    });
  } catch (err) {
    console.error('not loaded:', err.message);
  }
};
