const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.publishAll = (events, onDone) => {
  pusher.triggerBatch(events).then(onDone);
};
