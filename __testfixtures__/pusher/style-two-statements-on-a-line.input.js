const Pusher = require('pusher');
const pusher = Pusher.forURL(process.env.PUSHER_URL);

let moves = 0;
exports.move = async (piece, to) => {
  moves += 1; await pusher.trigger('chess', 'move', { piece, to, moves }); return moves;
};
