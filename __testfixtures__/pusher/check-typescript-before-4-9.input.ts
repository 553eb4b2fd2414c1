import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function moved(ship: string): Promise<void> {
  await pusher.trigger('ships', 'moved', { ship });
}
