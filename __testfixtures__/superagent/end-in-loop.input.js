var request = require('superagent');

module.exports = function (docs, base) {
  var stored = 0;
  for (var i = 0; i < docs.length; i++) {
    request.put(base + '/' + docs[i].id).send(docs[i]).end(function (err, res) {
      stored += res.body.ok ? 1 : 0;
    });
  }
};
