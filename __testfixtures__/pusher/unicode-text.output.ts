import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

/** Grüße an alle 👋🏽 */
export async function grüßen(имя: string): Promise<void> {
  const gruß = `Grüß Gott, ${имя} 🥨`;
  try {
    await pusher.trigger('grüße'.replace(/[^a-z]/g, '-'), 'gruß', { gruß, emoji: '👩‍👩‍👧' }); // naïve café
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
