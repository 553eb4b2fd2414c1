const fs = require('fs');
const superagent = require('superagent');

async function importPage(url, dest, file) {
  try {
    const { body } = await superagent.get(url);
    console.log(body.title);
  } catch (err) {
    console.error('no page:', err.message);
  }
  fs.createReadStream(file).pipe(dest);
}

module.exports = importPage;
