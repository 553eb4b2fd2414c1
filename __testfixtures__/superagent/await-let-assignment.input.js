const superagent = require('superagent');

exports.resolveTitle = async (id) => {
  let res;
  res = await superagent.get('https://www.omdb.example.com/').query({ i: id, r: 'json' });
  return res.body.Title;
};
