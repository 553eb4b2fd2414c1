const superagent = require('superagent');

module.exports = function (url, data) {
  const req = superagent.post(url).send(data);
  req.end((err, res) => {
    if (err) console.error('post failed:', err.message);
    else console.log('posted', res.status);
  });
  return req.then((res) => res.body);
};
