const superagent = require('superagent');

module.exports = async (hooks, payload) => {
  for (const hook of hooks) {
    try {
      await superagent.post(hook).send(payload);
    } catch (err) {
      const { status, code, message } = err;
      console.error('superagent.post failed:', { status, code, message });
      throw err;
    }
  }
};
