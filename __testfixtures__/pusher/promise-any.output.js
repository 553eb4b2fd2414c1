const Pusher = require('pusher');

const eu = Pusher.forCluster('eu', { appId: '1', key: 'k', secret: process.env.EU_SECRET });
const us = Pusher.forCluster('us2', { appId: '2', key: 'k', secret: process.env.US_SECRET });

exports.anywhere = async (event) => {
  try {
    const first = await Promise.any([eu.trigger('world', event, {}), us.trigger('world', event, {})]);
    return first.status;
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
