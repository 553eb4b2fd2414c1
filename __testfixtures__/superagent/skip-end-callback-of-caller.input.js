var request = require('superagent');

module.exports = function list(url, callback) {
  request.get(url).set('Accept', 'application/json').end(callback);
};
