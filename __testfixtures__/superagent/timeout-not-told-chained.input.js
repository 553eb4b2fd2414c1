const superagent = require('superagent');

exports.send = function (hook, text) {
  return superagent
    .post(hook)
    .timeout({ response: 3000, deadline: 10000 })
    .send({ text })
    .then(() => true)
    .catch((err) => {
      console.error('hook failed:', err.message);
      return false;
    });
};
