var request = require('superagent');

module.exports = function (url, cb) {
  request
    .get(url)
    .buffer()
    .end(function (err, res) {
      if (err) {
        if (err.code === 'ETOOLARGE') {
          console.error(
            'superagent.get was cut off, the response is larger than allowed:',
            err.message
          );
        }
        return console.error('page not loaded: ' + err.message);
      }
      cb(res.text);
    });
};
