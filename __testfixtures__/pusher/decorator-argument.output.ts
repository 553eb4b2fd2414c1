import Pusher from 'pusher';
import { OnStart } from '@acme/lifecycle';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

@OnStart(async () => {
  try {
    await pusher.trigger('lifecycle', 'start', {});
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  }
})
export class Application {
  readonly startedAt = Date.now();
}
