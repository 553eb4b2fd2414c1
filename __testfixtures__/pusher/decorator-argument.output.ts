import Pusher from 'pusher';
import { OnStart } from '@acme/lifecycle';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

@OnStart(() => pusher.trigger('lifecycle', 'start', {}).catch((err: unknown) => {
  if (err instanceof Pusher.RequestError) {
    console.error('pusher.trigger failed:', err.status, err.message);
  } else {
    console.error('pusher.trigger failed:', String(err).split('?')[0]);
  }
  throw err;
}))
export class Application {
  readonly startedAt = Date.now();
}
