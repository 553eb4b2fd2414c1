const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function main() {
  const started = Date.now();
  try {
    await pusher.trigger('jobs', 'nightly', { started });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  console.log('done');
}

main().catch((err) => {
  if (err instanceof Pusher.RequestError) {
    console.error('main failed:', err.status, err.message);
  } else {
    console.error('main failed:', String(err).split('?')[0]);
  }
});
