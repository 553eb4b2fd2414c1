var request = require('superagent');

async function forget(url) {
  try {
    await request('delete', url);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.delete failed:', { status, code, message });
    throw err;
  }
}

module.exports = forget;
