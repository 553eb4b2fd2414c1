const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

pusher.trigger('cron', 'backup-done', { at: Date.now() }).then(() => {
  console.log('backup announced');
});
