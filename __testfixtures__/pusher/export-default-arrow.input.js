import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL);

export default async ({ id, title }) => {
  await pusher.trigger('films', 'added', { id, title });
};
