const superagent = require('superagent');

exports.isReachable = async (url) => {
  try {
    await superagent.get(url).buffer(false);
    return true;
  } catch (err) {
    console.error('not reachable:', url);
    return false;
  }
};
