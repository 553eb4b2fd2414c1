const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);
const report = (error) => console.error('realtime:', error.name, error.status);

exports.played = (song) => {
  pusher.trigger('radio', 'played', { song }).catch(report);
};
