const superagent = require('superagent');

exports.resolveTitle = async (id) => {
  let res;
  try {
    res = await superagent.get('https://www.omdb.example.com/').query({ i: id, r: 'json' });
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
  return res.body.Title;
};
