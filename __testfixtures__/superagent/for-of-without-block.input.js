const superagent = require('superagent');

module.exports = async (hooks, payload) => {
  for (const hook of hooks) await superagent.post(hook).send(payload);
};
