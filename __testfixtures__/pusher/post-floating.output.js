const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.mirror = (body) => {
  (async () => pusher.post({ path: '/batch_events', body }))().catch((err) => {
    if (err instanceof Pusher.RequestError && err.status === 413) {
      console.error(
        'pusher.post was refused, the payload is too large:',
        err.message,
      );
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.post failed:', err.status, err.message);
    } else {
      console.error('pusher.post failed:', String(err).split('?')[0]);
    }
  });
};
