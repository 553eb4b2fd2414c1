const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.rang = async (bell) => {
  await pusher.trigger('bells', 'rang', { bell });
};
