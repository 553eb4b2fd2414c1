const superagent = require('superagent');

module.exports = (url, set) => superagent.get(url).end((err, res) => {
  if (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    return;
  }
  set(res.body);
});
