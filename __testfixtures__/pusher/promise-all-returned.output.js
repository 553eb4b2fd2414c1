const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.fanOut = (channels, event) => {
  const at = Date.now();
  return Promise.all(channels.map((channel) => pusher.trigger(channel, event, { at }))).catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  });
};
