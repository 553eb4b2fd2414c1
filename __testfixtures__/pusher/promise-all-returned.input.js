const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.fanOut = (channels, event) => {
  const at = Date.now();
  return Promise.all(channels.map((channel) => pusher.trigger(channel, event, { at })));
};
