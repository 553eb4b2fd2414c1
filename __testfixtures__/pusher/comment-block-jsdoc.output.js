const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

/**
 * Tells the players that the round is over.
 * @param {string} round
 */
exports.endRound = async function endRound(round) {
  /*
   * Sent on purpose before the scores are written:
   *   the animation takes three seconds.
   */
  try {
    await pusher.trigger('rounds', 'over', { round });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
