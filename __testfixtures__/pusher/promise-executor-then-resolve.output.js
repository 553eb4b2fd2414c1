const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.whenRung = (floor) =>
  new Promise((resolve, reject) => {
    pusher.trigger('bells', 'rung', { floor }).then(resolve).catch((err) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      reject(err);
    });
  });
