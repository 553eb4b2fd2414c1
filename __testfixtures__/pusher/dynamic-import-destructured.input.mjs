const { default: Pusher } = await import('pusher');

const pusher = new Pusher({
  appId: process.env.PUSHER_APP_ID,
  key: process.env.PUSHER_KEY,
  secret: process.env.PUSHER_SECRET,
  cluster: 'eu',
});

export async function deployStarted(service, sha) {
  await pusher.trigger('deploys', 'started', { service, sha });
}
