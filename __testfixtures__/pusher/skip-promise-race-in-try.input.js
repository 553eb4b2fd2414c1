const Pusher = require('pusher');
const { setTimeout: sleep } = require('node:timers/promises');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.quick = async () => {
  try {
    await Promise.race([pusher.trigger('quick', 'go', {}), sleep(200)]);
  } catch (e) {
    console.error('quick failed', e.name);
  }
};
