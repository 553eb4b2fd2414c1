import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const version = process.argv[2] ?? 'latest';

try {
  await pusher.trigger('releases', 'published', { version });
} catch (err) {
  if (err instanceof Pusher.RequestError) {
    console.error('pusher.trigger failed:', err.status, err.message);
  } else {
    console.error('pusher.trigger failed:', String(err).split('?')[0]);
  }
  throw err;
}
console.log('announced', version);
