const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.logOutEverybody = async (userIds) => {
  for (const userId of userIds) {
    await pusher.terminateUserConnections(userId);
  }
  return userIds.length;
};
