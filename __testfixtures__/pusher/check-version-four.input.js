const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.rankChanged = async (player, rank) => {
  await pusher.trigger('ranks', 'changed', { player, rank });
};
