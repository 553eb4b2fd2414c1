const superagent = require('superagent');

async function compare(a, b) {
  const [left, right] = await Promise.all([
    superagent.get(a),
    superagent.get(b).set('Accept', 'application/json'),
  ]);
  return left.text === right.text;
}

module.exports = compare;
