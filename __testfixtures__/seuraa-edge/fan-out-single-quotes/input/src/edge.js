const { Client } = require('@seuraa/edge-node');

module.exports = new Client({
	appKey: process.env.EDGE_KEY,
	appSecret: process.env.EDGE_SECRET,
});
