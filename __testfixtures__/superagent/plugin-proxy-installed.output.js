const superagent = require('superagent');
require('superagent-proxy')(superagent);

exports.through = async (url, proxy) => {
  try {
    const res = await superagent.get(url).proxy(proxy);
    return res.text;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
};
