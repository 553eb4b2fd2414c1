const superagent = require('superagent');

exports.load = async (url, cache) => {
  try {
    const body = cache[url] ? cache[url] : (await superagent.get(url)).body;
    cache[url] = body;
    return body;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
};
