const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.lampToggled = async (lampId, on) => {
  await pusher['trigger']('home', 'lamp', { lampId, on });
};
