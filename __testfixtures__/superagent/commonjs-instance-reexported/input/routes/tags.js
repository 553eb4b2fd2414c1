const request = require('../lib/request');

exports.remove = async function (id) {
  await request.del('/api/tags/' + id);
};
