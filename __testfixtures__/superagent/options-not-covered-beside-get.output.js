const superagent = require('superagent');

exports.probe = async (url) => {
  const allowed = await superagent.options(url);
  try {
    const res = await superagent.get(url);
    return { allow: allowed.headers.allow, status: res.status };
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
};
