var request = require('superagent');

async function forget(url) {
  await request('delete', url);
}

module.exports = forget;
