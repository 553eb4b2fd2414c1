const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

module.exports = function createBroadcaster(prefix) {
  const sent = [];

  async function broadcast(event, data) {
    const inner = async () => {
      await pusher.trigger(`${prefix}-all`, event, data);
      sent.push(event);
    };
    await inner();
  }

  return { broadcast, sent };
};
