const superagent = require('superagent');

exports.load = async (url) => {
  try {
    return (await superagent.get(url).responseType('json')).body;
  } catch (err) {
    console.error('not loaded:', err.status);
    return null;
  }
};
