import Pusher from 'pusher';

export const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function shout(text: string): Promise<void> {
  const loud = text.toUpperCase();
  await pusher.trigger('street', 'shout', { loud });
}
