import Pusher from 'pusher';
import { loadUser } from './users';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function welcome(id: string): void {
  loadUser(id)
    .then((user: { id: string }) => pusher.sendToUser(user.id, 'welcome', {}))
    .then(() => console.log('welcomed', id))
    .catch((err: unknown) => {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error(
          'pusher.sendToUser or the code around it failed:',
          String(err).split('?')[0],
        );
      }
    });
}
