const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.clean = async (text) => {
  const cleaned = text.replace(/[{}()`'"]/g, '').split('}').join("\
");
  await pusher.trigger('texts', 'cleaned', {
    cleaned,
    note: 'one line \
goes on here',
  });
  return cleaned;
};
