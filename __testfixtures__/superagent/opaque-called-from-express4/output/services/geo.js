const superagent = require('superagent');

exports.locate = async (ip) => {
  try {
    const { body } = await superagent.get(`https://geo.example.com/${ip}`);
    return body.country;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
};
