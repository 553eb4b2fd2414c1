import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export const notifyKitchen = (orderId: string, items: string[]) =>
  pusher.trigger('kitchen', 'order', { orderId, items });
