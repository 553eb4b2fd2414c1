const superagent = require('superagent');

async function listStars(user) {
  const response = await superagent
    .get(`https://api.github.com/users/${user}/starred`)
    .set('User-Agent', 'star-list');
  const names = [];
  for (const repo of response.body) {
    names.push(repo.full_name);
  }
  console.log(`${user} has ${names.length} stars`);
  return { names, etag: response.headers.etag };
}

module.exports = { listStars };
