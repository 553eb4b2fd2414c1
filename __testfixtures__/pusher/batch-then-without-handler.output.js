const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.publishAll = (events, onDone) => {
  pusher.triggerBatch(events).then(onDone).catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error(
        'pusher.triggerBatch failed for the whole batch:',
        err.status,
        err.message,
      );
    } else {
      console.error(
        'pusher.triggerBatch or the code around it failed:',
        String(err).split('?')[0],
      );
    }
  });
};
