var Pusher = require('pusher');

var pusher = Pusher.forURL(process.env.PUSHER_URL);

function greet(name) {
  pusher.trigger('guests', 'greeted', { name: name });
}

module.exports = greet;
