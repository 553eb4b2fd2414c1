const superagent = require('superagent');

exports.track = function (event) {
  superagent.post('https://stats.example.com/events').send({ event }).end((err) => {
    if (err) {
      const { status, code, message } = err;
      console.error('superagent.post failed:', { status, code, message });
    }
  });
};
