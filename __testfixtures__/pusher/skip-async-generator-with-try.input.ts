import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function* steps(names: string[]): AsyncGenerator<string> {
  for (const name of names) {
    try {
      await pusher.trigger('steps', 'step', { name });
      yield name;
    } catch (error) {
      console.error('step failed', name);
    }
  }
}
