import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function themeChanged(theme: string): Promise<void> {
  await pusher.trigger('themes', 'changed', { theme });
}
