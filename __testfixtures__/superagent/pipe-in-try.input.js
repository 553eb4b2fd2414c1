const fs = require('fs');
const superagent = require('superagent');

async function mirror(url, file) {
  try {
    superagent.get(url).pipe(fs.createWriteStream(file));
  } catch (err) {
    console.error('could not mirror', err.message);
  }
}

module.exports = mirror;
