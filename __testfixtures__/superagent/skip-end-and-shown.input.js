const request = require('superagent');

module.exports = function load(url, sign, done) {
  const req = request.get(url);
  sign(req);
  req.end(done);
  return req;
};
