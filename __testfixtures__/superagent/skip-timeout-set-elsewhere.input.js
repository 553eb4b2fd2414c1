const superagent = require('superagent');

exports.later = async (url, show) => {
  const timer = setTimeout(() => show('still loading'), 1000);
  try {
    show((await superagent.get(url)).text);
  } catch (err) {
    show('failed: ' + err.message);
  } finally {
    clearTimeout(timer);
  }
};
