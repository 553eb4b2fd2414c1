var request = require('superagent');

module.exports = function (hook, text) {
  request.post(hook).send({ text: text }).end(function (err) {
    if (err) {
      console.error(
        'superagent.post failed:',
        err.status || err.code,
        err.message
      );
    }
    console.log('sent');
  });
};
