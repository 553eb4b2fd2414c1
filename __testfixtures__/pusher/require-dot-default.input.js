'use strict';

const Pusher = require('pusher').default;
const config = require('./config');

const pusher = new Pusher(config.pusher);

exports.publish = async function publish(topic, payload) {
  await pusher.trigger(topic, 'update', payload);
};
