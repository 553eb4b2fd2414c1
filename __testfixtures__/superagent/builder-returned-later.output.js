var request = require('superagent');

function call(method, path, opts) {
  var req = request(method, 'https://api.example.com' + path);
  if (opts.headers) req.set(opts.headers);
  if (opts.body) req.send(opts.body);
  return req.catch(function (err) {
    console.error(
      'superagent.request failed:',
      err.status || err.code,
      err.message
    );
    throw err;
  });
}

module.exports = call;
