const axios = require('axios');
const fs = require('fs');
const got = require('got');
const request = require('request');

async function run(url, file) {
  await axios.get(url);
  await got.post(url);
  request.get(url).pipe(fs.createWriteStream(file));
  request(url, function (err, res, body) {
    console.log(body);
  });
}

module.exports = run;
