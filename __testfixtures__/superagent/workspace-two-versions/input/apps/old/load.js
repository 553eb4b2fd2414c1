const superagent = require('superagent');

module.exports = async (url) => {
  const { body } = await superagent.get(url);
  return body;
};
