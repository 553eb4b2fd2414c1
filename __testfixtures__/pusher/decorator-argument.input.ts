import Pusher from 'pusher';
import { OnStart } from '@acme/lifecycle';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

@OnStart(() => pusher.trigger('lifecycle', 'start', {}))
export class Application {
  readonly startedAt = Date.now();
}
