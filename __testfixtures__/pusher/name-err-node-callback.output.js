const fs = require('node:fs');
const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.watchLog = (path) => {
  fs.readFile(path, 'utf8', async (err, text) => {
    try {
      await pusher.trigger('logs', 'read', { path, failed: Boolean(err), size: text?.length ?? 0 });
    } catch (error) {
      if (error instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', error.status, error.message);
      } else {
        console.error('pusher.trigger failed:', String(error).split('?')[0]);
      }
    }
  });
};
