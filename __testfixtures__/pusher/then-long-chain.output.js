const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.refreshCounts = (render) => {
  pusher
    .get({ path: '/channels', params: { filter_by_prefix: 'presence-', info: 'user_count' } })
    .then((response) => response.json())
    .then((body) => {
      render(body.channels);
    })
    .catch((err) => {
      if (err instanceof Pusher.RequestError && err.status === 400) {
        console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
      } else if (err instanceof Pusher.RequestError) {
        console.error('pusher.get failed:', err.status, err.message);
      } else {
        console.error('pusher.get or the code around it failed:', String(err).split('?')[0]);
      }
    });
};
