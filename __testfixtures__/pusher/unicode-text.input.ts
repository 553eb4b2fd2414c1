import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

/** Grüße an alle 👋🏽 */
export async function grüßen(имя: string): Promise<void> {
  const gruß = `Grüß Gott, ${имя} 🥨`;
  await pusher.trigger('grüße'.replace(/[^a-z]/g, '-'), 'gruß', { gruß, emoji: '👩‍👩‍👧' }); // naïve café
}
