import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function endTrialSession(userId: string): Promise<void> {
  await pusher.terminateUserConnections(userId);
}
