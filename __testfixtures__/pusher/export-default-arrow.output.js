import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export default async ({ id, title }) => {
  try {
    await pusher.trigger('films', 'added', { id, title });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
};
