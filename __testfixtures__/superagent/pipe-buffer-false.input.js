const superagent = require('superagent');

exports.stream = function stream(url, dest) {
  superagent.get(url).buffer(false).pipe(dest);
};
