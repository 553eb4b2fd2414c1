var request = require('superagent');

function done(err, res) {
  if (err) return console.error('failed: ' + err.message);
  console.log('status ' + res.status);
}

module.exports = function (url) {
  request.get(url).end(done);
};
