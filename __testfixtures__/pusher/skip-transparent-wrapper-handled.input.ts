import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

const notify = (event: string) => pusher.trigger('lobby', event, {});

export async function enter(): Promise<void> {
  try {
    await notify('enter');
  } catch (error) {
    console.error('nobody saw it');
  }
}

export function leave(): void {
  notify('leave').catch((error: Error) => console.error('nobody saw it', error.name));
}
