import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function lock(door: string, quiet: boolean): Promise<void> {
  if (!quiet)
    // the wall display wants to know
    await pusher.trigger('doors', 'locked', { door });
}
