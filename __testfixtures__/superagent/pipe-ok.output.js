const superagent = require('superagent');

module.exports = function copy(url, dest) {
  superagent.get(url).ok((res) => res.status < 500).pipe(dest);
};
