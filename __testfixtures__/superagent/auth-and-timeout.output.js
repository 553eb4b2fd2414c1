const superagent = require('superagent');

const agent = superagent.agent();

module.exports = async function (url) {
  try {
    return (await agent.get(url).timeout(3000)).body;
  } catch (err) {
    if (err.timeout) {
      console.error('agent.get timed out:', err.message);
    }
    if (err.status === 401 || err.status === 403) {
      console.error(
        'agent.get was refused, the session may have expired:',
        err.message,
      );
    }
    console.error('request failed:', err.message);
    return undefined;
  }
};
