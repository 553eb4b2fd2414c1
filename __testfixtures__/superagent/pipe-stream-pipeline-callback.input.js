const { pipeline } = require('stream');
const superagent = require('superagent');

module.exports = function copy(url, dest, callback) {
  pipeline(superagent.get(url), dest, callback);
};
