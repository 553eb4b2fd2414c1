import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function harvested(field: string): Promise<void> {
  await pusher.trigger('fields', 'harvested', { field });
}
