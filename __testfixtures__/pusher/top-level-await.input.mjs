import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const version = process.argv[2] ?? 'latest';

await pusher.trigger('releases', 'published', { version });
console.log('announced', version);
