var Pusher = require('pusher');

var pusher = Pusher.forURL(process.env.PUSHER_URL);

function greet(name) {
  new Promise(function (resolve) {
    resolve(pusher.trigger('guests', 'greeted', { name: name }));
  }).catch(function (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
}

module.exports = greet;
