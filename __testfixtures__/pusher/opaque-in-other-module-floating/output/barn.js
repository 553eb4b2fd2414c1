const { publish } = require('./lib/publish');
const Pusher = require('pusher');

exports.milked = (cow) => {
  publish('milked', { cow }).catch((error) => {
    if (error instanceof Pusher) {
      console.error('publish failed:', error.status, error.message);
    } else {
      console.error('publish failed:', String(error).split('?')[0]);
    }
  });
};

exports.fed = async (cow) => {
  try {
    await publish('fed', { cow });
  } catch (error) {
    console.error('feeding not recorded');
  }
};
