const superagent = require('superagent');

exports.track = function (event) {
  superagent.post('https://stats.example.com/events').send({ event }).end();
};
