const Pusher = require('pusher');

const pusher = Pusher.forURL(process.env.PUSHER_URL);

exports.renderInvite = async (guests, place) => {
  await pusher.trigger('invites', 'html', {
    html: `<ul>
${guests.map((guest) => `  <li>
    ${guest} at ${`${place}
`}</li>`).join('\n')}
</ul>`,
  });
};
