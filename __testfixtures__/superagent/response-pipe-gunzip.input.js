const fs = require('fs');
const zlib = require('zlib');
const superagent = require('superagent');

exports.unpack = async (url, file) => {
  const res = await superagent.get(url).responseType('blob');
  res.pipe(zlib.createGunzip()).pipe(fs.createWriteStream(file));
};
