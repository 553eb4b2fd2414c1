const superagent = require('superagent');

exports.send = function (hook, text) {
  return superagent
    .post(hook)
    .timeout({ response: 3000, deadline: 10000 })
    .send({ text })
    .then(() => true)
    .catch((err) => {
      if (err.timeout) {
        console.error('superagent.post timed out:', err.message);
      }
      console.error('hook failed:', err.message);
      return false;
    });
};
