const Pusher = require('pusher');
const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.up = async (id) => {
  try {
    await pusher.trigger('lifts', 'up', { id });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
exports.down = async (id) => {
  try {
    await pusher.trigger('lifts', 'down', { id });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
