const superagent = require('superagent');

exports.publish = async (url, token, file) => {
  await superagent
    .post(url)
    .set('Authorization', `Bearer ${token}`)
    .field('channel', 'beta')
    .attach('archive', file);
};
