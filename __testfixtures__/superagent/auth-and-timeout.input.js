const superagent = require('superagent');

const agent = superagent.agent();

module.exports = async function (url) {
  try {
    return (await agent.get(url).timeout(3000)).body;
  } catch (err) {
    console.error('request failed:', err.message);
    return undefined;
  }
};
