const superagent = require('superagent').default;

exports.title = async (url) => {
  const { text } = await superagent.get(url);
  return /<title>(.*?)<\/title>/.exec(text)?.[1];
};
