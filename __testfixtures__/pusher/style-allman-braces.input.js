const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

async function dealCard(table, card)
{
  if (!card)
  {
    return;
  }
  await pusher.trigger('table-' + table, 'card', { card: card });
}

module.exports = { dealCard: dealCard };
