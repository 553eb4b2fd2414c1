const superagent = require('superagent');

exports.remove = (url, say) =>
  superagent
    .delete(url)
    .timeout({ response: 1000 })
    .then(
      () => say('removed'),
      (err) => say('not removed: ' + err.message)
    );
