const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

const notify = (shelf) =>
  pusher.trigger('shelves', 'emptied', { shelf }).catch((err) => {
    console.error('not announced:', err.status);
    throw err;
  });

exports.emptied = (shelf) => {
  (async () => notify(shelf))().catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('notify failed:', err.status, err.message);
    } else {
      console.error('notify failed:', String(err).split('?')[0]);
    }
  });
};
