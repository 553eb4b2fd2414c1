const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.handler = async (event) => {
  const records = event.Records.map((record) => record.body);
  await pusher.trigger('queue', 'received', { count: records.length });
  return { statusCode: 200 };
};
