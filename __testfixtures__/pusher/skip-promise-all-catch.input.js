const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.openGates = (gates) => {
  Promise.all(gates.map((gate) => pusher.trigger(`gate-${gate}`, 'open', {}))).catch((error) =>
    console.error('gates not opened', error.name),
  );
};
