const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.scheduleReminder = (userId, inMs) =>
  setTimeout(async () => {
    try {
      await pusher.sendToUser(userId, 'reminder', { dueIn: inMs });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
      }
    }
  }, inMs);
