'use strict';
const Pusher = require('pusher'),
  util = require('util'),
  pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.inspect = async function (value) {
  'use strict';
  await pusher.trigger('inspector', 'value', { value: util.inspect(value) });
};
