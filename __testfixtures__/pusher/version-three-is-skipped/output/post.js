const pusher = require('./pusher');

exports.post = (text, callback) => {
  pusher.trigger('posts', 'post', { text }, null, callback);
};
