module.exports = async function (hook, text) {
  try {
    await require('superagent').post(hook).send({ text });
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  }
};
