const superagent = require('superagent');

const agent = superagent.agent();

exports.load = async (url, signIn) => {
  try {
    return (await agent.get(url)).body;
  } catch (err) {
    if (err.status === 401 || err.status === 403) return signIn();
    console.error('not loaded:', err.status);
    return null;
  }
};
