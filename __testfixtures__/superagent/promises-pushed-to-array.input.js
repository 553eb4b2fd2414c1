const superagent = require('superagent');

module.exports = async function (ids) {
  const requests = [];
  for (const id of ids) {
    requests.push(superagent.get(`https://api.example.com/items/${id}`));
  }
  const responses = await Promise.all(requests);
  return responses.map((r) => r.body);
};
