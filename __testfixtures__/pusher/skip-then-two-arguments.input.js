const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.send = (userId, callback) => {
  pusher.sendToUser(userId, 'note', {}).then(
    (response) => callback(null, response.status),
    (error) => callback(error),
  );
};
