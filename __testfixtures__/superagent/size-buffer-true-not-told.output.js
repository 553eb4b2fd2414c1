const superagent = require('superagent');

exports.fetchImage = async (url) => {
  try {
    const res = await superagent.get(url).buffer(true);
    return res.body;
  } catch (err) {
    if (err.code === 'ETOOLARGE') {
      console.error(
        'superagent.get was cut off, the response is larger than allowed:',
        err.message,
      );
    }
    console.error('image not loaded:', err.status);
    return null;
  }
};
