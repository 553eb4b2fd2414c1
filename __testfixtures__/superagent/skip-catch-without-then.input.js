const superagent = require('superagent');

exports.notify = async (hook, text) => {
  await superagent.post(hook).send({ text }).catch((err) => console.error('not sent:', err.status));
};
