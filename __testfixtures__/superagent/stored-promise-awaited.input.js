const superagent = require('superagent');

module.exports = async function (id, db) {
  const pending = superagent.get(`/prices/${id}`).then((res) => res.body);
  const product = await db.find(id);
  const price = await pending;
  return { ...product, price };
};
