const superagent = require('superagent');

module.exports = function copy(url, dest) {
  const req = superagent.get(url).catch((err) => {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
  });
  req.then((res) => {
    console.log('status', res.status);
    req.pipe(dest);
  });
};
