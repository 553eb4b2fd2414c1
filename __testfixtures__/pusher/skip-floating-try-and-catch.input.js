const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.blink = (led) => {
  const failed = (error) => console.error('blink', led, error.name);
  try {
    pusher.trigger('leds', 'blink', { led }).catch(failed);
  } catch (error) {
    failed(error);
  }
};
