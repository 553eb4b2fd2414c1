import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function announceWinner(contestId: string, winner: string): Promise<void> {
  await pusher.trigger(`contest-${contestId}`, 'winner', { winner });
}
