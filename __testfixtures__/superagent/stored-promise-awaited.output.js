const superagent = require('superagent');

module.exports = async function (id, db) {
  const pending = superagent.get(`/prices/${id}`).then((res) => res.body);
  const product = await db.find(id);
  try {
    const price = await pending;
    return { ...product, price };
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
};
