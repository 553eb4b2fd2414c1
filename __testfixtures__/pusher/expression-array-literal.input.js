const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.twice = async (channel) => {
  const statuses = [
    (await pusher.trigger(channel, 'first', {})).status,
    (await pusher.trigger(channel, 'second', {})).status,
  ];
  return statuses;
};
