const pool = require('./pool');
const pusher = require('./pusher');

async function suspendUser(id) {
  await pool.query('update users set suspended = true where id = $1', [id]);
  await pusher.terminateUserConnections(id);
}

async function unsuspendUser(id) {
  await pool.query('update users set suspended = false where id = $1', [id]);
}

module.exports = { suspendUser, unsuspendUser };
