// sadpath-ignore-file pusher/api-error -- a load generator: failures are what it measures
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.burst = async (n) => {
  for (let i = 0; i < n; i += 1) {
    await pusher.trigger('load', 'burst', { i });
  }
};
