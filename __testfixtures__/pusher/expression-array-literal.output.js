const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.twice = async (channel) => {
  try {
    const statuses = [
      (await pusher.trigger(channel, 'first', {})).status,
      (await pusher.trigger(channel, 'second', {})).status,
    ];
    return statuses;
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
