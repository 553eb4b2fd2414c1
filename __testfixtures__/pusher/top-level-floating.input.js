const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

pusher.trigger('workers', 'started', { pid: process.pid });
console.log('worker', process.pid);
