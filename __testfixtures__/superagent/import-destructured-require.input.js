const { get } = require('superagent');

module.exports = async (url) => {
  const { body } = await get(url).retry(2);
  return body;
};
