const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

module.exports = function createBroadcaster(prefix) {
  const sent = [];

  async function broadcast(event, data) {
    const inner = async () => {
      try {
        await pusher.trigger(`${prefix}-all`, event, data);
      } catch (err) {
        if (err instanceof Pusher.RequestError) {
          console.error('pusher.trigger failed:', err.status, err.message);
        } else {
          console.error('pusher.trigger failed:', String(err).split('?')[0]);
        }
        throw err;
      }
      sent.push(event);
    };
    await inner();
  }

  return { broadcast, sent };
};
