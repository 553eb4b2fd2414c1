const request = require('../lib/request');

exports.remove = async function (id) {
  try {
    await request.del('/api/tags/' + id);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.del failed:', { status, code, message });
    throw err;
  }
};
