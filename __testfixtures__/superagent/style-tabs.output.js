const superagent = require('superagent');

module.exports = async function (url) {
	try {
		const res = await superagent
			.get(url)
			.set('Accept', 'text/plain');

		return res.text.split('\n');
	} catch (err) {
		const { status, code, message } = err;
		console.error(
			'superagent.get or the code around it failed:',
			{ status, code, message },
		);
		throw err;
	}
};
