import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function dealCards(players: string[]): number {
  const deals = players.map((player) => pusher.sendToUser(player, 'cards', { count: 5 }));
  return deals.length;
}
