const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.renderInvite = async (guests, place) => {
  try {
    await pusher.trigger('invites', 'html', {
      html: `<ul>
${guests.map((guest) => `  <li>
    ${guest} at ${`${place}
`}</li>`).join('\n')}
</ul>`,
    });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
