const request = require('superagent');

const agent = request.agent();

exports.sync = async function (base, id) {
  await agent.patch(`${base}/${id}`).send({ seen: true });
  await agent.head(`${base}/${id}`);
  await agent.del(`${base}/${id}/lock`);
};
