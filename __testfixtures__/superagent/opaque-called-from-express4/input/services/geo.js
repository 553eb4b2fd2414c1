const superagent = require('superagent');

exports.locate = async (ip) => {
  const { body } = await superagent.get(`https://geo.example.com/${ip}`);
  return body.country;
};
