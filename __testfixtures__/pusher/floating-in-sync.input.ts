import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function playerMoved(gameId: string, player: string, x: number, y: number): void {
  pusher.trigger(`game-${gameId}`, 'moved', { player, x, y });
}
