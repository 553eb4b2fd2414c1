const Pusher = require('pusher');
const pusher = Pusher.forURL(process.env.PUSHER_URL);

let moves = 0;
exports.move = async (piece, to) => {
  moves += 1;
  try {
    await pusher.trigger('chess', 'move', { piece, to, moves });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return moves;
};
