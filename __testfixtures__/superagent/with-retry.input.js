const superagent = require('superagent');

module.exports = async (url) => {
  const res = await superagent.get(url).retry(3).timeout({ response: 5000, deadline: 20000 });
  return res.body;
};
