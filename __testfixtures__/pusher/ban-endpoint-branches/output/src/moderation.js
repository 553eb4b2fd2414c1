const pusher = require('./pusher');
const db = require('./db');
const { block, terminate } = require('./ban-flow');

exports.banUser = async (userId) => {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('terminate failed:', err.name);
    throw err;
  }
};
