const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.whenAnnounced = (name) =>
  new Promise(async (resolve) => {
    await pusher.trigger('guests', 'arrived', { name });
    resolve(name);
  });
