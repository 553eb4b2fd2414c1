import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function dealCards(players: string[]): number {
  const deals = players.map(async (player) => {
    try {
      await pusher.sendToUser(player, 'cards', { count: 5 });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
      }
    }
  });
  return deals.length;
}
