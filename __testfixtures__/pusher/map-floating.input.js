const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.ring = (phones) => {
  phones.map(async (phone) => {
    await pusher.trigger(`phone-${phone}`, 'ring', {});
  });
};
