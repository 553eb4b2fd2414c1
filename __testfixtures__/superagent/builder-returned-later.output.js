var request = require('superagent');

function call(method, path, opts) {
  var req = request(method, 'https://api.example.com' + path);
  if (opts.headers) req.set(opts.headers);
  if (opts.body) req.send(opts.body);
  return req;
}

module.exports = call;
