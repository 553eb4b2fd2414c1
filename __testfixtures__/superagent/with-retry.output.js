const superagent = require('superagent');

module.exports = async (url) => {
  try {
    const res = await superagent.get(url).retry(3).timeout({ response: 5000, deadline: 20000 });
    return res.body;
  } catch (err) {
    const { status, code, message, timeout } = err;
    if (timeout) {
      console.error('superagent.get timed out:', { status, code, message });
    } else {
      console.error('superagent.get failed:', { status, code, message });
    }
    throw err;
  }
};
