const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function main() {
  const started = Date.now();
  await pusher.trigger('jobs', 'nightly', { started });
  console.log('done');
}

main().catch((err) => {
  if (err instanceof Pusher.RequestError) {
    console.error('main failed:', err.status, err.message);
  } else {
    console.error('main failed:', String(err).split('?')[0]);
  }
  process.exitCode = 1;
});
