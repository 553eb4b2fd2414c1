const { finished } = require('stream');
const superagent = require('superagent');

module.exports = function copy(url, dest, callback) {
  superagent.get(url).pipe(dest);
  finished(dest, callback);
};
