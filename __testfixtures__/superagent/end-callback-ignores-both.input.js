var request = require('superagent');

module.exports = function (hook, text) {
  request.post(hook).send({ text: text }).end(function () {
    console.log('sent');
  });
};
