const request = require('superagent');

module.exports = function (hook, text) {
  request
    .post(hook)
    .send({ text })
    .on('error', (err) => console.error('hook failed:', err.message));
};
