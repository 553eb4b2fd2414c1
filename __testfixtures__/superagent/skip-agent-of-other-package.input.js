const https = require('https');
const agent = new https.Agent({ keepAlive: true });

module.exports = (url, cb) => {
  https.get(url, { agent }, cb).end();
};
