const { get } = require('superagent');

module.exports = async (url) => {
  try {
    const { body } = await get(url).retry(2);
    return body;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
};
