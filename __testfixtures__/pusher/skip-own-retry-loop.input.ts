import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function terminate(userId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await pusher.terminateUserConnections(userId);
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      console.warn('retrying', userId, attempt);
    }
  }
}
