const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.handler = async (event) => {
  const records = event.Records.map((record) => record.body);
  try {
    await pusher.trigger('queue', 'received', { count: records.length });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return { statusCode: 200 };
};
