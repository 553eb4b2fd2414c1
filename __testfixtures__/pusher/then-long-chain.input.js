const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.refreshCounts = (render) => {
  pusher
    .get({ path: '/channels', params: { filter_by_prefix: 'presence-', info: 'user_count' } })
    .then((response) => response.json())
    .then((body) => {
      render(body.channels);
    });
};
