const superagent = require('superagent');

exports.fire = async (url) => {
  // sadpath-ignore-next-line superagent/network-error-handling -- the caller's job
  await superagent.post(url);
};
