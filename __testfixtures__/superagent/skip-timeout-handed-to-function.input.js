const superagent = require('superagent');
const { classify } = require('./failures');

module.exports = async (url) => {
  try {
    return (await superagent.get(url).timeout(1000)).body;
  } catch (err) {
    return classify(err);
  }
};
