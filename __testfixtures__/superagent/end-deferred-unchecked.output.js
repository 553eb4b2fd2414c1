var Q = require('q');
var request = require('superagent');

exports.load = function (url) {
  var deferred = Q.defer();
  request.get(url).end(function (err, res) {
    if (err) {
      console.error(
        'superagent.get failed:',
        err.status || err.code,
        err.message
      );
      return;
    }
    deferred.resolve(res.body);
  });
  return deferred.promise;
};
