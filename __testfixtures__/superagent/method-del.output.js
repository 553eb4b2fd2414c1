const superagent = require('superagent');

module.exports = async (id) => {
  try {
    await superagent.del(`/api/keys/${id}`);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.del failed:', { status, code, message });
    throw err;
  }
};
