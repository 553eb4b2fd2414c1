const superagent = require('superagent');

module.exports = async function (url) {
  try {
    const { body } = await superagent.get(url).timeout(1000);
    return body;
  } catch (err) {
    throw new Error('the directory is not available');
  }
};
