module.exports = async function (hook, text) {
  await require('superagent').post(hook).send({ text });
};
