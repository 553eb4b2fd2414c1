const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.withTimer = async (label) => {
  const started = Date.now();
  try {
    return await pusher.trigger('timers', 'measured', { label });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  } finally {
    console.log(label, Date.now() - started);
  }
};
