const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.logOutEverybody = async (userIds) => {
  for (const userId of userIds) {
    try {
      await pusher.terminateUserConnections(userId);
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error(
          'pusher.terminateUserConnections failed, the user may still be connected:',
          err.status,
          err.message,
        );
      } else {
        console.error(
          'pusher.terminateUserConnections failed, the user may still be connected:',
          String(err).split('?')[0],
        );
      }
      throw err;
    }
  }
  return userIds.length;
};
