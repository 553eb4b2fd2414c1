const superagent = require('superagent');

exports.notify = async (url, data) => {
  await superagent['post'](url).send(data);
};
