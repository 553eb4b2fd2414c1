const superagent = require('superagent');

module.exports = async (id) => {
  await superagent.del(`/api/keys/${id}`);
};
