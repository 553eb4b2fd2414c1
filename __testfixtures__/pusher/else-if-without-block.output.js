const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.temperature = async (degrees) => {
  if (degrees > 30) console.log('hot');
  else if (degrees < 0) {
    try {
      await pusher.trigger('weather', 'frost', { degrees });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  } else {
    try {
      await pusher.trigger('weather', 'mild', { degrees });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
  return degrees;
};
