const { getClient } = require('pusher-client');

module.exports.callPatient = async (number) => {
  try {
    await getClient().trigger('waiting-room', 'call', { number });
  } catch (err) {
    if (err.name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
