module.exports = require('@acme/models');
