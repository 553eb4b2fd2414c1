const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

pusher.trigger('cron', 'backup-done', { at: Date.now() }).then(() => {
  console.log('backup announced');
}).catch((err) => {
  if (err instanceof Pusher.RequestError) {
    console.error('pusher.trigger failed:', err.status, err.message);
  } else {
    console.error(
      'pusher.trigger or the code around it failed:',
      String(err).split('?')[0],
    );
  }
});
