const request = require('superagent');

module.exports = async function closeTicket(api, id, note) {
  await request.post(`${api}/tickets/${id}/notes`).send({ note });
  await request.patch(`${api}/tickets/${id}`).send({ state: 'closed' });
};
