const superagent = require('superagent');

module.exports = async function (ids) {
  const requests = [];
  for (const id of ids) {
    requests.push(superagent.get(`https://api.example.com/items/${id}`));
  }
  try {
    const responses = await Promise.all(requests);
    return responses.map((r) => r.body);
  } catch (err) {
    const { status, code, message } = err;
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
    throw err;
  }
};
