const superagent = require('superagent');

module.exports = function (url, dest) {
  const req = superagent.get(url).timeout({ response: 2000 });
  req.pipe(dest);
};
