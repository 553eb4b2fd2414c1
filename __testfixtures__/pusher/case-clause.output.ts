import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

type Command = { kind: 'lock' | 'unlock' | 'ping'; doorId: string };

export async function handle(command: Command): Promise<void> {
  switch (command.kind) {
    case 'lock':
      try {
        await pusher.trigger(`door-${command.doorId}`, 'lock', {});
      } catch (err) {
        if (err instanceof Pusher.RequestError) {
          console.error('pusher.trigger failed:', err.status, err.message);
        } else {
          console.error('pusher.trigger failed:', String(err).split('?')[0]);
        }
        throw err;
      }
      break;
    case 'unlock':
      try {
        await pusher.trigger(`door-${command.doorId}`, 'unlock', {});
      } catch (err) {
        if (err instanceof Pusher.RequestError) {
          console.error('pusher.trigger failed:', err.status, err.message);
        } else {
          console.error('pusher.trigger failed:', String(err).split('?')[0]);
        }
        throw err;
      }
      break;
    default:
      console.log('ignored', command.kind);
  }
}
