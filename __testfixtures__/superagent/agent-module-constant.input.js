const superagent = require('superagent');

const agent = superagent.agent();

async function readInbox(user, password) {
  await agent.post('https://mail.example.com/login').send({ user, password });
  const res = await agent.get('https://mail.example.com/inbox');
  return res.body;
}

module.exports = readInbox;
