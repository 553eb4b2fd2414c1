const superagent = require('superagent');

const agent = superagent.agent();

async function readInbox(user, password) {
  try {
    await agent.post('https://mail.example.com/login').send({ user, password });
    const res = await agent.get('https://mail.example.com/inbox');
    return res.body;
  } catch (err) {
    const { status, code, message } = err;
    if (status === 401 || status === 403) {
      console.error(
        'agent.post or agent.get was refused, the session may have expired:',
        { status, code, message },
      );
    } else {
      console.error(
        'agent.post or agent.get failed:',
        { status, code, message },
      );
    }
    throw err;
  }
}

module.exports = readInbox;
