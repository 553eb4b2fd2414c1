var request = require('superagent');
var handlers = require('./handlers');

exports.check = function (url) {
  request.get(url).end(handlers.checked);
};

exports.print = function (url) {
  request.get(url).end(handlers.unchecked);
};
