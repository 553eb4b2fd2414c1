const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.markSeen = async (userId, storyId) => {
  try {
    await pusher.sendToUser(userId, 'story-seen', { storyId });
  } catch (e) {
    // best effort
  }
};
