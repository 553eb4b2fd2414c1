const superagent = require('superagent');

async function compare(a, b) {
  try {
    const [left, right] = await Promise.all([
      superagent.get(a),
      superagent.get(b).set('Accept', 'application/json'),
    ]);
    return left.text === right.text;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
}

module.exports = compare;
