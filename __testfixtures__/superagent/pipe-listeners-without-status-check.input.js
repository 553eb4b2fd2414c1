const superagent = require('superagent');

module.exports = function copy(url, dest, callback) {
  const req = superagent.get(url);
  req.on('error', callback);
  req.on('response', (res) => res.on('error', callback));
  dest.on('error', callback);
  dest.on('finish', () => callback());
  req.pipe(dest);
};
