const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.harvest = async (field) => {
	if (field.ripe) {
		await pusher.trigger('fields', 'harvested', {
			id: field.id,
			yield: field.yield,
		});
	}
};
