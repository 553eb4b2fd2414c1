import Pusher from 'pusher';
import { db } from './db';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function moveCard(cardId: string, from: string, to: string) {
  await pusher.trigger(`list-${from}`, 'card-removed', { cardId });

  const position = await db.cards.move(cardId, to);
  console.info('card moved', cardId, position);

  await pusher.trigger(`list-${to}`, 'card-added', { cardId, position });
}
