const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.scheduleReminder = (userId, inMs) =>
  setTimeout(() => pusher.sendToUser(userId, 'reminder', { dueIn: inMs }), inMs);
