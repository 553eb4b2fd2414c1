const superagent = require('superagent');

const methods = { read: superagent.get, write: superagent.post };

module.exports = methods;
