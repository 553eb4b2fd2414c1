const superagent = require('superagent');

module.exports = function (url, dest, options) {
  if (options && options.remote) superagent.get(url).pipe(dest);
  else dest.end();
};
