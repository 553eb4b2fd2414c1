const superagent = require('superagent');

exports.remove = (url, say) =>
  superagent
    .delete(url)
    .timeout({ response: 1000 })
    .then(
      () => say('removed'),
      (err) => {
        if (err.timeout) {
          console.error('superagent.delete timed out:', err.message);
        }
        return say('not removed: ' + err.message);
      }
    );
