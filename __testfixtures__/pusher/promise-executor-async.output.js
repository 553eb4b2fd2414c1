const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.whenAnnounced = (name) =>
  new Promise(async (resolve) => {
    try {
      await pusher.trigger('guests', 'arrived', { name });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      return;
    }
    resolve(name);
  });
