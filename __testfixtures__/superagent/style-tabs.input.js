const superagent = require('superagent');

module.exports = async function (url) {
	const res = await superagent
		.get(url)
		.set('Accept', 'text/plain');

	return res.text.split('\n');
};
