const superagent = require('superagent');

exports.stats = (host) => superagent.get(`${host}/stats`).then((res) => res.body).catch((err) => {
  const { status, code, message } = err;
  console.error('superagent.get or the code around it failed:', { status, code, message });
  throw err;
});

exports.purge = async (host, queue) => {
  try {
    await superagent.delete(`${host}/queues/${queue}/messages`);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.delete failed:', { status, code, message });
    throw err;
  }
};
