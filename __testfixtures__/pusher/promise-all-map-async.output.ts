import Pusher from 'pusher';
import { translate } from './i18n';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function tellEveryone(users: { id: string; locale: string }[], key: string) {
  try {
    await Promise.all(
      users.map(async (user) => {
        const text = await translate(key, user.locale);
        await pusher.sendToUser(user.id, 'notice', { text });
      }),
    );
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    }
    throw err;
  }
}
