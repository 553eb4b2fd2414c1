const { User } = require('./models');
const pusher = require('./pusher');
const { block, terminate, unblock } = require('./ban-flow');

exports.banUser = async (userId) => {
  await User.findByIdAndUpdate(userId, { $set: { banned: true } });
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  }
};

exports.suspendUser = async (userId) => {
  await User.setSuspended(userId, true);
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  }
};

exports.banInactive = async () => {
  for await (const user of bannedUsers()) {
    await User.ban(user.id);
    try {
      await block(`${user.id}`);
      await terminate(`${user.id}`);
    } catch (err) {
      console.error('ban flow failed:', user.id, String(err));
      throw err;
    }
  }
};

const unbanUser = async (userId) => {
  await User.unban(userId);
  await unblock(String(userId));
};

exports.unsuspendUser = async (userId) => {
  return User.findByIdAndUpdate(userId, { $set: { suspended: false } });
};

exports.routes = (router) => {
  router.post('/unban', async (req, res) => {
    await unbanUser(req.body.userId);
    res.end();
  });
  router.post('/pardon', async (req, res) => {
    await User.updateOne({ _id: req.body.userId }, { banned: false });
    res.end();
  });
  router.get('/users', async (req, res) => {
    res.json(await User.find({ where: { banned: false } }));
  });
};

async function* bannedUsers() {
  yield* await User.find({ spam: true });
}
