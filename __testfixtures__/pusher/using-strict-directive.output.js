'use strict';
const Pusher = require('pusher'),
  util = require('util'),
  pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.inspect = async function (value) {
  'use strict';
  try {
    await pusher.trigger('inspector', 'value', { value: util.inspect(value) });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
