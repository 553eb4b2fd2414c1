const superagent = require('superagent');

module.exports = async function (url) {
  try {
    const { body } = await superagent.get(url).timeout(1000);
    return body;
  } catch (err) {
    if (err.timeout) {
      console.error('superagent.get timed out:', err.message);
    }
    throw new Error('the directory is not available');
  }
};
