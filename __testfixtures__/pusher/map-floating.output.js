const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.ring = (phones) => {
  phones.map(async (phone) => {
    try {
      await pusher.trigger(`phone-${phone}`, 'ring', {});
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    }
  });
};
