const superagent = require('superagent');

exports.publish = async (url, token, file) => {
  try {
    await superagent
      .post(url)
      .set('Authorization', `Bearer ${token}`)
      .field('channel', 'beta')
      .attach('archive', file);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  }
};
