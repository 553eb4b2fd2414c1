var Q = require('q');
var request = require('superagent');

exports.load = function (url) {
  var deferred = Q.defer();
  request.get(url).end(function (err, res) {
    if (err) {
      deferred.reject(err);
    } else {
      deferred.resolve(res.body);
    }
  });
  return deferred.promise;
};
