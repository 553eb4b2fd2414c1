var request = require('superagent');

module.exports = function (url, dest) {
  request(url).pipe(dest);
};
