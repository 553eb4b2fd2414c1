module.exports = require('superagent');
