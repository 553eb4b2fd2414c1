const { publish } = require('./lib/publish');

exports.milked = (cow) => {
  publish('milked', { cow });
};

exports.fed = async (cow) => {
  try {
    await publish('fed', { cow });
  } catch (error) {
    console.error('feeding not recorded');
  }
};
