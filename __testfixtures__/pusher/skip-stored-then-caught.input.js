const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.boot = () => {
  const announced = pusher.trigger('boot', 'up', {});
  announced.catch((error) => console.error('boot not announced', error.name));
};
