const { User } = require('./models');
const pusher = require('./pusher');

exports.banUser = async (userId) => {
  await User.findByIdAndUpdate(userId, { $set: { banned: true } });
  await pusher.terminateUserConnections(userId);
};

exports.suspendUser = async (userId) => {
  await User.setSuspended(userId, true);
  await pusher.terminateUserConnections(userId);
};

exports.banInactive = async () => {
  for await (const user of bannedUsers()) {
    await User.ban(user.id);
    await pusher.terminateUserConnections(`${user.id}`);
  }
};

const unbanUser = async (userId) => {
  await User.unban(userId);
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
