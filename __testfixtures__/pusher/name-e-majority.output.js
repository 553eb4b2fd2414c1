const Pusher = require('pusher');
const fs = require('node:fs/promises');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.touch = async (file) => {
  try {
    await fs.utimes(file, new Date(), new Date());
  } catch (e) {
    console.warn('cannot touch', file);
  }
  try {
    await pusher.trigger('files', 'touched', { file });
  } catch (e) {
    if (e instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', e.status, e.message);
    } else {
      console.error('pusher.trigger failed:', String(e).split('?')[0]);
    }
    throw e;
  }
};
