const superagent = require('superagent');

module.exports = async (url, cache) => {
  try {
    const { body } = await superagent.get(url).retry(2).timeout(800);
    cache.set(url, body);
    return body;
  } catch (err) {
    if (err.timeout) {
      console.error('superagent.get timed out:', err.message);
    }
    console.warn('from the cache:', url, err.code);
    return cache.get(url);
  }
};
