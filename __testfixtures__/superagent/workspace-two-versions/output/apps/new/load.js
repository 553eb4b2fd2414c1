const superagent = require('superagent');

module.exports = async (url) => {
  try {
    const { body } = await superagent.get(url);
    return body;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
};
