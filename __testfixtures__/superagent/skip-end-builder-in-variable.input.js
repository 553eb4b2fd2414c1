var request = require('superagent');

module.exports = function (url, done) {
  var req = request.get(url);
  if (process.env.TOKEN) req.set('Authorization', 'Bearer ' + process.env.TOKEN);
  req.end(function (err, res) {
    if (err) return done(err);
    return done(null, res.body);
  });
};
