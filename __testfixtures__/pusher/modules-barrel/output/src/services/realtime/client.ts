import Pusher from 'pusher';

const realtime = Pusher.forURL(process.env.PUSHER_URL!);

export default realtime;
