const Pusher = require('pusher');
const fs = require('node:fs/promises');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.touch = async (file) => {
  try {
    await fs.utimes(file, new Date(), new Date());
  } catch (e) {
    console.warn('cannot touch', file);
  }
  await pusher.trigger('files', 'touched', { file });
};
