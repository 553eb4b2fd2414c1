import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export default {
  name: 'releases',
  async publish({ version }) {
    try {
      await pusher.trigger('releases', 'published', { version });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  },
  'roll-back': async function (version) {
    try {
      await pusher.trigger('releases', 'rolled-back', { version });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  },
};
