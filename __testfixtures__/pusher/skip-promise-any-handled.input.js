const Pusher = require('pusher');

const eu = Pusher.forCluster('eu', { appId: '1', key: 'k', secret: process.env.EU_SECRET });
const us = Pusher.forCluster('us2', { appId: '2', key: 'k', secret: process.env.US_SECRET });

exports.anywhere = (event) =>
  Promise.any([eu.trigger('world', event, {}), us.trigger('world', event, {})]).catch((error) => {
    console.error('no region took it', error.errors.length);
    throw error;
  });
