const superagent = require('superagent');

module.exports = function copy(url, dest) {
  const req = superagent.get(url);
  req.then((res) => {
    console.log('status', res.status);
    req.pipe(dest);
  }).catch((err) => {
    const { status, code, message } = err;
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
  });
};
