const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.harvest = async (field) => {
	if (field.ripe) {
		try {
			await pusher.trigger('fields', 'harvested', {
				id: field.id,
				yield: field.yield,
			});
		} catch (err) {
			if (err instanceof Pusher.RequestError) {
				console.error(
					'pusher.trigger failed:',
					err.status,
					err.message,
				);
			} else {
				console.error(
					'pusher.trigger failed:',
					String(err).split('?')[0],
				);
			}
			throw err;
		}
	}
};
