import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export default await pusher.trigger('modules', 'loaded', {});
