const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function main() {
  const started = Date.now();
  await pusher.trigger('jobs', 'nightly', { started });
  console.log('done');
}

main();
