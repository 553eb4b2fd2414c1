'use strict';

const Pusher = require('pusher').default;
const config = require('./config');

const pusher = new Pusher(config.pusher);

exports.publish = async function publish(topic, payload) {
  try {
    await pusher.trigger(topic, 'update', payload);
  } catch (err) {
    if (err.name === 'PusherRequestError') {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
