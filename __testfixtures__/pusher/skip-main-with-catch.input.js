const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function main() {
  const channels = await pusher.get({ path: '/channels' });
  console.log(channels.status);
}

main().catch((error) => {
  console.error(error.name);
  process.exit(1);
});
