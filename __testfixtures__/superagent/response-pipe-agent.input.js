const superagent = require('superagent');

const agent = superagent.agent();

module.exports = async function downloadInvoice(url, dest) {
  const res = await agent.get(url);
  res.pipe(dest);
};
