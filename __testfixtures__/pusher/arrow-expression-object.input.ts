import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const events = {
  opened: async (id: string) => pusher.trigger('doors', 'opened', { id }),
  closed: async (id: string) => pusher.trigger('doors', 'closed', { id }),
};
