const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

const notify = (shelf) =>
  pusher.trigger('shelves', 'emptied', { shelf }).catch((err) => {
    console.error('not announced:', err.status);
    throw err;
  });

exports.emptied = (shelf) => {
  notify(shelf);
};
