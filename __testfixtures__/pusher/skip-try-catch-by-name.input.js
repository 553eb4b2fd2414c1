const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.terminate = async (userId) => {
  try {
    await pusher.terminateUserConnections(userId);
  } catch (error) {
    if (error.name === 'PusherRequestError') console.error('still connected:', userId, error.status);
    throw error;
  }
};
