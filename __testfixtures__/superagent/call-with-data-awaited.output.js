const request = require('superagent');

exports.create = async (user) => {
  try {
    await request.post('/api/users', user);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  }
};
