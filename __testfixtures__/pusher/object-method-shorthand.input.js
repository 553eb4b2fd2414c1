import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export default {
  name: 'releases',
  async publish({ version }) {
    await pusher.trigger('releases', 'published', { version });
  },
  'roll-back': async function (version) {
    await pusher.trigger('releases', 'rolled-back', { version });
  },
};
