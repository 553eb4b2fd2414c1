const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function dealCard(table, card)
{
  if (!card)
  {
    return;
  }
  try {
    await pusher.trigger('table-' + table, 'card', { card: card });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}

module.exports = { dealCard: dealCard };
