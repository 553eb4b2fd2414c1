const request = require('superagent');

const agent = request.agent();

exports.sync = async function (base, id) {
  try {
    await agent.patch(`${base}/${id}`).send({ seen: true });
    await agent.head(`${base}/${id}`);
    await agent.del(`${base}/${id}/lock`);
  } catch (err) {
    const { status, code, message } = err;
    if (status === 401 || status === 403) {
      console.error(
        'agent.patch or agent.head or agent.del was refused, the session may have expired:',
        { status, code, message },
      );
    } else {
      console.error(
        'agent.patch or agent.head or agent.del failed:',
        { status, code, message },
      );
    }
    throw err;
  }
};
