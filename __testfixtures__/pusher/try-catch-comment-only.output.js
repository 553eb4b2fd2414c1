const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.markSeen = async (userId, storyId) => {
  try {
    await pusher.sendToUser(userId, 'story-seen', { storyId });
  } catch (e) {
    if (e instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', e.status, e.message);
    } else {
      console.error('pusher.sendToUser failed:', String(e).split('?')[0]);
    }
    // best effort
  }
};
