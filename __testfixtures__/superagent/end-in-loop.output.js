var request = require('superagent');

module.exports = function (docs, base) {
  var stored = 0;
  for (var i = 0; i < docs.length; i++) {
    request.put(base + '/' + docs[i].id).send(docs[i]).end(function (err, res) {
      if (err) {
        console.error(
          'superagent.put failed:',
          err.status || err.code,
          err.message
        );
        return;
      }
      stored += res.body.ok ? 1 : 0;
    });
  }
};
