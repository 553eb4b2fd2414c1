const superagent = require('superagent');

exports.warmUp = function (url) {
  superagent.get(url).then(function () { console.log('warm'); }).catch(() => {});
};
