const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.clean = async (text) => {
  const cleaned = text.replace(/[{}()`'"]/g, '').split('}').join("\
");
  try {
    await pusher.trigger('texts', 'cleaned', {
      cleaned,
      note: 'one line \
goes on here',
    });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return cleaned;
};
