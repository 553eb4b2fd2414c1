const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.count = (callback) => {
  pusher
    .get({ path: '/channels' })
    .then((response) => response.json())
    .then((body) => callback(null, Object.keys(body.channels).length))
    .catch((error) => callback(error));
};
