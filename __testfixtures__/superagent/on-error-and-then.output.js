const superagent = require('superagent');

exports.poll = function poll(url, show) {
  superagent
    .get(url)
    .on('error', (err) => console.error('poll failed:', err.message))
    .then((res) => show(res.body))
    .catch((err) => {
      const { status, code, message } = err;
      console.error(
        'superagent.get or the code around it failed:',
        { status, code, message },
      );
    });
};
