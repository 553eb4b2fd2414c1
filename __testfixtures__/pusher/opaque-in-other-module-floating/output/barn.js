const Pusher = require('pusher');
const { publish } = require('./lib/publish');

exports.milked = (cow) => {
  publish('milked', { cow }).catch((error) => {
    if (error instanceof Pusher.RequestError) {
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
