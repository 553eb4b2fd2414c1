const superagent = require('superagent');

exports.render = async (url, html) => {
  try {
    return (await superagent.post(url).buffer(true).send({ html })).body;
  } catch (err) {
    console.error('not rendered:', err.status);
    return null;
  }
};
