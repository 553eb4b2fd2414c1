const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.withTimer = async (label) => {
  const started = Date.now();
  try {
    return await pusher.trigger('timers', 'measured', { label });
  } finally {
    console.log(label, Date.now() - started);
  }
};
