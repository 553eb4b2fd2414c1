const superagent = require('superagent');
const prefix = require('superagent-prefix')('https://api.example.com');

exports.me = async () => {
  try {
    const res = await superagent.get('/me').use(prefix);
    return res.body;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
};
