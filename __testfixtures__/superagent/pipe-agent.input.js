const superagent = require('superagent');

const agent = superagent.agent();

function downloadStatement(url, dest) {
  agent.get(url).pipe(dest);
}

module.exports = downloadStatement;
