const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.snapshot = async (gameId) => {
  const snapshot = {
    gameId,
    takenAt: Date.now(),
    ...(await (await pusher.get({ path: `/channels/presence-game-${gameId}/users` })).json()),
  };
  return snapshot;
};
