const superagent = require('superagent');

exports.open = function (url, dest) {
  return superagent.get(url).pipe(dest);
};
