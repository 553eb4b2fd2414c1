const fs = require('fs');
const superagent = require('superagent');

exports.load = async (url) => {
  const { body } = await superagent.get(url);
  return body;
};

exports.download = (url, file) => {
  superagent.get(url).pipe(fs.createWriteStream(file));
};
