const superagent = require('superagent');

module.exports = function copy(url, dest) {
  const req = superagent.get(url);
  req.then((res) => {
    console.log('status', res.status);
    req.pipe(dest);
  });
};
