const superagent = require('superagent');

// Copies from one store to the other without a file in between.
module.exports = function transfer(url, options) {
  superagent.get(url).pipe(superagent.put(options.target));
};
