import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function moveCard(cardId: string, from: string, to: string) {
  try {
    await pusher.trigger(`list-${from}`, 'card-removed', { cardId });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }

  const position = await db.cards.move(cardId, to);
  console.info('card moved', cardId, position);

  try {
    await pusher.trigger(`list-${to}`, 'card-added', { cardId, position });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
