import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

type Command = { kind: 'lock' | 'unlock' | 'ping'; doorId: string };

export async function handle(command: Command): Promise<void> {
  switch (command.kind) {
    case 'lock':
      await pusher.trigger(`door-${command.doorId}`, 'lock', {});
      break;
    case 'unlock':
      await pusher.trigger(`door-${command.doorId}`, 'unlock', {});
      break;
    default:
      console.log('ignored', command.kind);
  }
}
