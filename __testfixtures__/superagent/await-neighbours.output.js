const request = require('superagent');

module.exports = async function closeTicket(api, id, note) {
  try {
    await request.post(`${api}/tickets/${id}/notes`).send({ note });
    await request.patch(`${api}/tickets/${id}`).send({ state: 'closed' });
  } catch (err) {
    const { status, code, message } = err;
    console.error(
      'superagent.post or superagent.patch failed:',
      { status, code, message },
    );
    throw err;
  }
};
