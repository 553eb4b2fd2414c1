const request = require('superagent');

exports.create = async (user) => {
  await request.post('/api/users', user);
};
