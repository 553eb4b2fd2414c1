const { default: Pusher } = await import('pusher');

const pusher = new Pusher({
  appId: process.env.PUSHER_APP_ID,
  key: process.env.PUSHER_KEY,
  secret: process.env.PUSHER_SECRET,
  cluster: 'eu',
});

export async function deployStarted(service, sha) {
  try {
    await pusher.trigger('deploys', 'started', { service, sha });
  } catch (err) {
    if (err.name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
