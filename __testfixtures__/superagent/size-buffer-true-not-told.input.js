const superagent = require('superagent');

exports.fetchImage = async (url) => {
  try {
    const res = await superagent.get(url).buffer(true);
    return res.body;
  } catch (err) {
    console.error('image not loaded:', err.status);
    return null;
  }
};
