const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.temperature = async (degrees) => {
  if (degrees > 30) console.log('hot');
  else if (degrees < 0) await pusher.trigger('weather', 'frost', { degrees });
  else await pusher.trigger('weather', 'mild', { degrees });
  return degrees;
};
