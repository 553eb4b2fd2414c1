import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function playerMoved(gameId: string, player: string, x: number, y: number): void {
  (async () => {
    await pusher.trigger(`game-${gameId}`, 'moved', { player, x, y });
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
}
