const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.announce = async (winner) => {
  announce: await pusher.trigger('raffle', 'winner', { winner });
};
