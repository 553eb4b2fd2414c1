const superagent = require('superagent');

exports.notify = async (url, data) => {
  try {
    await superagent['post'](url).send(data);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  }
};
