const { getClient } = require('pusher-client');

module.exports.callPatient = async (number) => {
  await getClient().trigger('waiting-room', 'call', { number });
};
