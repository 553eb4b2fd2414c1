const superagent = require('superagent');

const agent = superagent.agent();

exports.balance = async () => {
  try {
    const res = await agent.get('https://bank.example.com/balance');
    return res.body.balance;
  } catch (err) {
    console.error('no balance:', err.message);
    return null;
  }
};
