const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.snapshot = async (gameId) => {
  try {
    const snapshot = {
      gameId,
      takenAt: Date.now(),
      ...(await (await pusher.get({ path: `/channels/presence-game-${gameId}/users` })).json()),
    };
    return snapshot;
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error('pusher.get was refused, the path or its parameters are wrong:', err.message);
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    }
    throw err;
  }
};
