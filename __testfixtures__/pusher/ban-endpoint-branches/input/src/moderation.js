const pusher = require('./pusher');
const db = require('./db');

exports.banUser = async (userId) => {
  await db.user.update({ where: { id: userId }, data: { banned: true } });
  try {
    await pusher.terminateUserConnections(userId);
  } catch (err) {
    console.error('terminate failed:', err.name);
    throw err;
  }
};
