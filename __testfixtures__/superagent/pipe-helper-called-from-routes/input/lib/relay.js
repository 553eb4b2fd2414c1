const superagent = require('superagent');

module.exports = function relay(url, res) {
  superagent.get(url).pipe(res);
};
