import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function sessionExpired(userId: string): void {
  (async () => {
    await pusher.terminateUserConnections(userId);
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error(
        'pusher.terminateUserConnections failed, the user may still be connected:',
        err.status,
        err.message,
      );
    } else {
      console.error(
        'pusher.terminateUserConnections failed, the user may still be connected:',
        String(err).split('?')[0],
      );
    }
  });
}
