const pool = require('./pool');
const pusher = require('./pusher');
const { block, terminate, unblock } = require('./ban-flow');

async function suspendUser(id) {
  await pool.query('update users set suspended = true where id = $1', [id]);
  try {
    await block(id);
    await terminate(id);
  } catch (err) {
    console.error('ban flow failed:', id, String(err));
    throw err;
  }
}

async function unsuspendUser(id) {
  await pool.query('update users set suspended = false where id = $1', [id]);
  await unblock(id);
}

module.exports = { suspendUser, unsuspendUser };
