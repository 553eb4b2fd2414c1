const superagent = require('superagent');

module.exports = async function upload(url, fields, file) {
  let request = superagent.post(url);
  for (const [name, value] of Object.entries(fields)) {
    request = request.field(name, value);
  }
  if (file) {
    request = request.attach('file', file);
  }
  const response = await request;
  return response.body.id;
};
