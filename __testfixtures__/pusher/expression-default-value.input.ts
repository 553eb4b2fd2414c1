import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const currentChannels = async (known?: { status: number }) => {
  const { status = (await pusher.get({ path: '/channels' })).status } = known ?? {};
  return status;
};
